package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.workflow.Jobs;

/** {@code GET /code-review/{job_id}} */
public final class GetReviewOperation implements Operation {
    private final Jobs jobs;

    public GetReviewOperation(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String id() {
        return "getReview";
    }

    @Override
    public Answer answer(Request request) {
        return Answer.json(200, StatusDocument.of(jobs.byId(request.user(), request.job())));
    }
}
