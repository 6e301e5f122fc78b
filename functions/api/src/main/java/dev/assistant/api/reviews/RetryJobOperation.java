package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.api.http.Routes;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.RetryJob;
import java.util.List;
import java.util.Optional;

/** {@code POST /code-review/{job_id}/retry} */
public final class RetryJobOperation implements Operation {
    private final RetryJob retryJob;

    public RetryJobOperation(RetryJob retryJob) {
        this.retryJob = retryJob;
    }

    @Override
    public String id() {
        return "retryJob";
    }

    @Override
    public Answer answer(Request request) {
        Optional<Fields> body = JsonBody.readIfSent(request);
        List<String> agents = body.map(fields -> fields.texts("agents")).orElse(List.of());
        body.ifPresent(Fields::requireValid);
        JobId first = request.job();
        Job retry = retryJob.retry(request.user(), first, agents, request.header("idempotency-key"));
        return Answer.json(202, StatusDocument.of(retry, Optional.of(first), List.of()))
                .with("Location", Routes.ROOT + "/code-review/" + retry.id());
    }
}
