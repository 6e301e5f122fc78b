package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.progress.CancelJob;

/** {@code DELETE /code-review/{job_id}} */
public final class CancelReviewOperation implements Operation {
    private final CancelJob cancelJob;

    public CancelReviewOperation(CancelJob cancelJob) {
        this.cancelJob = cancelJob;
    }

    @Override
    public String id() {
        return "cancelReview";
    }

    @Override
    public Answer answer(Request request) {
        return Answer.json(202, StatusDocument.of(cancelJob.cancel(request.user(), request.job())));
    }
}
