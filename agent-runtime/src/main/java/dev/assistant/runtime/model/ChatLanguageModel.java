package dev.assistant.runtime.model;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;

/** A model that langchain4j speaks to. Thread-safe. */
record ChatLanguageModel(String id, ChatModelCall call, ChatRequests requests, ChatAnswers answers)
        implements LanguageModel {
    @Override
    public ModelAnswer ask(ModelRequest request, Duration most) throws CallFailure, InterruptedException {
        try {
            ChatResponse response = call.answer(requests.of(request), most);
            return answers.of(response, request.schema());
        } catch (CallFailure failure) {
            for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof ContentFilteredException refusal) {
                    return answers.refusal(String.valueOf(refusal.getMessage()));
                }
            }
            throw failure;
        }
    }
}
