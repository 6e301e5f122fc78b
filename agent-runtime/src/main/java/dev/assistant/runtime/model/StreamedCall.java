package dev.assistant.runtime.model;

import dev.assistant.runtime.model.CallFailure.Reason;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks for the answer as a stream and waits for its end. What came before the stream broke is discarded: half an answer is none.
 * When nobody waits any more, the stream is ended at its next part, so that no more of it is paid for. Thread-safe.
 */
final class StreamedCall implements ChatModelCall {
    private final StreamingChatModel model;
    private final Executor threads;

    StreamedCall(StreamingChatModel model, Executor threads) {
        this.model = model;
        this.threads = threads;
    }

    @Override
    public ChatResponse answer(ChatRequest request, Duration most) throws CallFailure, InterruptedException {
        Listening listening = new Listening();
        threads.execute(() -> listening.to(model, request));
        try {
            ChatResponse response = listening.whole.get(most.toMillis(), TimeUnit.MILLISECONDS);
            if (response.finishReason() == null) {
                // The stream came to an end, but the answer did not: nothing says why it stopped.
                throw new CallFailure(Reason.BROKEN_OFF, new IOException("no finish reason"));
            }
            return response;
        } catch (TimeoutException e) {
            throw new CallFailure(Reason.TIMED_OUT, e);
        } catch (ExecutionException e) {
            throw CallFailures.of(e);
        } finally {
            listening.isOver = true;
        }
    }

    /** One stream. The library calls it from its own threads. */
    private static final class Listening implements StreamingChatResponseHandler {
        private final CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        private volatile boolean isOver;

        private void to(StreamingChatModel model, ChatRequest request) {
            try {
                model.chat(request, this);
            } catch (RuntimeException e) {
                whole.completeExceptionally(e);
            }
        }

        @Override
        public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
            goOn(context.streamingHandle());
        }

        @Override
        public void onPartialToolCall(PartialToolCall part, PartialToolCallContext context) {
            goOn(context.streamingHandle());
        }

        private void goOn(StreamingHandle stream) {
            if (isOver) {
                stream.cancel();
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            whole.complete(response);
        }

        @Override
        public void onError(Throwable error) {
            whole.completeExceptionally(error);
        }
    }
}
