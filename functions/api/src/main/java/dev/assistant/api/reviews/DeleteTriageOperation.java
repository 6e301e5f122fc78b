package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.review.Triages;

/** {@code DELETE /projects/{id}/triage/{triage_id}} */
public final class DeleteTriageOperation implements Operation {
    private final Triages triages;

    public DeleteTriageOperation(Triages triages) {
        this.triages = triages;
    }

    @Override
    public String id() {
        return "deleteTriage";
    }

    @Override
    public Answer answer(Request request) {
        triages.forget(request.user(), request.id("id", "project"), request.id("triage_id", "triage entry"));
        return Answer.empty(204);
    }
}
