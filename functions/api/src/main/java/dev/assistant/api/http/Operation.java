package dev.assistant.api.http;

/**
 * One operation of the contract: reads its part of the request, runs one use case, renders the answer. The class is named
 * after the operationId, with {@code Operation} behind it. Thread-safe.
 */
public interface Operation {
    /** The operationId in the contract. */
    String id();

    /** @throws dev.assistant.failure.Failure when the answer is a problem */
    Answer answer(Request request);
}
