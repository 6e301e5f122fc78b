package dev.assistant.runtime.model;

import java.io.EOFException;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/**
 * Streams whose end is always told. The library takes only the last event for an end, and would wait for ever for one that a
 * truncated stream never brings; so every stream ends in an error, which comes too late to matter when the answer was whole.
 */
record EndingStreams(BedrockRuntimeAsyncClient client) implements BedrockRuntimeAsyncClient {
    @Override
    public CompletableFuture<Void> converseStream(
            ConverseStreamRequest request, ConverseStreamResponseHandler handler) {
        return client.converseStream(request, handler)
                .thenCompose(end -> CompletableFuture.failedFuture(new EOFException("the stream ended")));
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    @Override
    public void close() {
        client.close();
    }
}
