package dev.assistant.api.workflows;

import dev.assistant.adapters.json.JsonSchema;
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
import dev.assistant.workflow.AboutFinding;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Produces;
import dev.assistant.workflow.WorkflowCatalogue;
import dev.assistant.workflow.WorkflowDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code POST /workflows/{name}/execute}: the input is what the workflow's schema says, be it code or other texts. */
public final class ExecuteWorkflowOperation implements Operation {
    private static final String INPUT = "input";
    /** What a submission has that is not within its input here. */
    private static final Set<String> OUTSIDE = Set.of("Idempotency-Key", "max_usd");

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
        Optional<BigDecimal> mostUsd = body.optionalNumber("max_usd");
        Optional<Submission> submission =
                body.object(INPUT, input -> submission(request, workflow, input, project, mostUsd));
        body.requireValid();
        return SubmitReviewOperation.answer(submit(submission.orElseThrow()));
    }

    /** A review's fields are checked where all submissions are; what other workflows take, only their schema knows. */
    private static Submission submission(
            Request request,
            WorkflowDefinition workflow,
            Fields input,
            Optional<UUID> project,
            Optional<BigDecimal> mostUsd) {
        if (workflow.produces() != Produces.REVIEW) {
            List<FieldError> errors = JsonSchema.of(workflow.inputSchema()).violations(input.json());
            if (!errors.isEmpty()) {
                throw new Failure.Invalid(
                        errors.stream().map(ExecuteWorkflowOperation::inWords).toList());
            }
        }
        return SubmitReviewOperation.submission(
                request,
                input,
                Optional.of(workflow.name()),
                project,
                Optional.of(texts(workflow, input)),
                mostUsd,
                workflow.produces() == Produces.ANSWER
                        ? input.nullableObject("about", ExecuteWorkflowOperation::about)
                                .flatMap(given -> given)
                        : Optional.empty());
    }

    /** The schema has made sure of both fields. */
    private static AboutFinding about(Fields about) {
        return new AboutFinding(new JobId(about.optionalUuid("job_id").orElseThrow()), about.text("issue_id"));
    }

    /** The texts that are this workflow's own. */
    private static Map<String, String> texts(WorkflowDefinition workflow, Fields input) {
        return workflow.textFields().stream()
                .filter(field -> input.optionalText(field).isPresent())
                .collect(Collectors.toMap(
                        field -> field, field -> input.optionalText(field).orElse("")));
    }

    private static FieldError inWords(FieldError error) {
        String field = error.field().isEmpty() ? INPUT : INPUT + "." + error.field();
        return new FieldError(field, "This " + error.message() + ".");
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
        return OUTSIDE.contains(error.field()) ? error : new FieldError(INPUT + "." + error.field(), error.message());
    }
}
