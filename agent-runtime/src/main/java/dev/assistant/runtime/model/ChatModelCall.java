package dev.assistant.runtime.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;

/** How a model of langchain4j is asked. Thread-safe. */
interface ChatModelCall {
    /**
     * Asks and waits.
     *
     * @throws CallFailure when nothing came of it, or not in time
     * @throws InterruptedException when the calling thread was interrupted
     */
    ChatResponse answer(ChatRequest request, Duration most) throws CallFailure, InterruptedException;
}
