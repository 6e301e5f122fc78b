package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.api.http.Routes;
import dev.assistant.review.Submission;
import dev.assistant.review.SubmitReview;
import dev.assistant.review.Submitted;
import dev.assistant.review.UploadId;
import dev.assistant.workflow.AboutFinding;
import dev.assistant.workflow.JobId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /code-review} */
public final class SubmitReviewOperation implements Operation {
    private final SubmitReview submitReview;

    public SubmitReviewOperation(SubmitReview submitReview) {
        this.submitReview = submitReview;
    }

    @Override
    public String id() {
        return "submitReview";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        Submission submission = submission(
                request,
                body,
                body.optionalText("workflow"),
                body.optionalUuid("project_id"),
                Optional.empty(),
                body.optionalNumber("max_usd"),
                Optional.empty());
        body.requireValid();
        return answer(submitReview.submit(submission));
    }

    /** What an object, be it the body or a part of it, asks to have reviewed. */
    public static Submission submission(
            Request request,
            Fields input,
            Optional<String> workflow,
            Optional<UUID> project,
            Optional<Map<String, String>> texts,
            Optional<BigDecimal> mostUsd,
            Optional<AboutFinding> about) {
        return new Submission(
                request.user(),
                input.optionalCode("code"),
                input.optionalText("file_path"),
                input.optionalObjects("files", SubmitReviewOperation::file),
                input.optionalUuid("upload_id").map(UploadId::new),
                input.nullableObject("repository", SubmitReviewOperation::repository)
                        .flatMap(given -> given),
                input.optionalText("language"),
                input.texts("focus_areas"),
                workflow,
                project,
                input.optionalUuid("baseline_job_id").map(JobId::new),
                texts,
                mostUsd,
                about,
                request.header("idempotency-key"));
    }

    static Submission.Repository repository(Fields repository) {
        return new Submission.Repository(
                repository.optionalText("repository_url"),
                repository.optionalText("ref"),
                repository.optionalWhole("pull_request").map(number -> Math.clamp(number, 0, Integer.MAX_VALUE)),
                repository.optionalYesOrNo("post_comments").orElse(false));
    }

    private static Submission.File file(Fields file) {
        return new Submission.File(file.text("path"), file.code("content"), file.optionalText("language"));
    }

    /** What a taken submission is answered with. */
    public static Answer answer(Submitted submitted) {
        String job = submitted.job().toString();
        SubmittedDocument document = new SubmittedDocument(
                job,
                submitted.status().name().toLowerCase(Locale.ROOT),
                submitted.createdAt(),
                Math.max(1, submitted.estimated().plusMillis(999).toSeconds()),
                Routes.ROOT + "/ws/" + job);
        return Answer.json(202, document).with("Location", Routes.ROOT + "/code-review/" + job);
    }

    /** The wire form (SPEC section 2). Grows only by optional fields. */
    private record SubmittedDocument(
            String jobId, String status, Instant createdAt, long estimatedDuration, String websocketUrl) {}
}
