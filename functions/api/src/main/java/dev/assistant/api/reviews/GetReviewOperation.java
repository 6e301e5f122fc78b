package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.FailedTurns;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Retries;
import dev.assistant.workflow.Turns;
import java.util.List;

/** {@code GET /code-review/{job_id}} */
public final class GetReviewOperation implements Operation {
    private final Jobs jobs;
    private final Turns turns;
    private final Retries retries;

    public GetReviewOperation(Jobs jobs, Turns turns, Retries retries) {
        this.jobs = jobs;
        this.turns = turns;
        this.retries = retries;
    }

    @Override
    public String id() {
        return "getReview";
    }

    @Override
    public Answer answer(Request request) {
        UserId user = request.user();
        Job job = jobs.byId(user, request.job());
        List<String> failed = job.status().isFinal() ? FailedTurns.agents(turns.of(user, job.id())) : List.of();
        return Answer.json(200, StatusDocument.of(job, retries.retryOf(user, job.id()), failed));
    }
}
