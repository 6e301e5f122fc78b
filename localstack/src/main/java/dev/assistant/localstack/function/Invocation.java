package dev.assistant.localstack.function;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One event on its way through a function process, and the answer to come. */
record Invocation(String id, ByteBuffer event, Instant deadline, CompletableFuture<byte[]> answer) {

    static Invocation of(byte[] event, Instant deadline) {
        return new Invocation(
                UUID.randomUUID().toString(), ByteBuffer.wrap(event), deadline, new CompletableFuture<>());
    }
}
