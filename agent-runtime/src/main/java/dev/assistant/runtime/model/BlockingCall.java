package dev.assistant.runtime.model;

import dev.assistant.runtime.model.CallFailure.Reason;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks for the answer as a whole. The call has a thread of its own, so that whoever waits for it need not wait for the provider's
 * library to notice an interruption. Thread-safe.
 */
final class BlockingCall implements ChatModelCall {
    private final ChatModel model;
    private final ExecutorService threads;

    /** @param threads virtual ones: a blocking read on them can be interrupted */
    BlockingCall(ChatModel model, ExecutorService threads) {
        this.model = model;
        this.threads = threads;
    }

    @Override
    public ChatResponse answer(ChatRequest request, Duration most) throws CallFailure, InterruptedException {
        Future<ChatResponse> answer = threads.submit(() -> model.chat(request));
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CallFailure(Reason.TIMED_OUT, e);
        } catch (ExecutionException e) {
            throw CallFailures.of(e);
        } finally {
            answer.cancel(true);
        }
    }
}
