package dev.assistant.api.workflows;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.api.reviews.SubmitReviewOperation;
import dev.assistant.failure.Failure;
import dev.assistant.failure.FieldError;
import dev.assistant.review.Submission;
import dev.assistant.review.SubmitReview;
import dev.assistant.review.Submitted;
import dev.assistant.workflow.WorkflowCatalogue;
import dev.assistant.workflow.WorkflowDefinition;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /workflows/{name}/execute}: every workflow that can be run reviews code, so its input is a submission. */
public final class ExecuteWorkflowOperation implements Operation {
    private static final String INPUT = "input";

    private final WorkflowCatalogue catalogue;
    private final SubmitReview submitReview;

    public ExecuteWorkflowOperation(WorkflowCatalogue catalogue, SubmitReview submitReview) {
        this.catalogue = catalogue;
        this.submitReview = submitReview;
    }

    @Override
    public String id() {
        return "executeWorkflow";
    }

    @Override
    public Answer answer(Request request) {
        WorkflowDefinition workflow = catalogue.runnable(request.parameters().getOrDefault("name", ""));
        Fields body = JsonBody.read(request);
        Optional<UUID> project = body.optionalUuid("project_id");
        Optional<Submission> submission = body.object(
                INPUT,
                input -> SubmitReviewOperation.submission(request, input, Optional.of(workflow.name()), project));
        body.requireValid();
        return SubmitReviewOperation.answer(submit(submission.orElseThrow()));
    }

    /** What is wrong with a submission is wrong with a part of this body. */
    private Submitted submit(Submission submission) {
        try {
            return submitReview.submit(submission);
        } catch (Failure.Invalid e) {
            throw new Failure.Invalid(
                    e.errors().stream().map(ExecuteWorkflowOperation::inInput).toList());
        }
    }

    private static FieldError inInput(FieldError error) {
        return error.field().equals("Idempotency-Key")
                ? error
                : new FieldError(INPUT + "." + error.field(), error.message());
    }
}
