package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.review.Draft;
import dev.assistant.review.EstimateRun;
import dev.assistant.review.SubmissionTerms;
import dev.assistant.review.UploadId;
import java.util.List;
import java.util.Optional;

/** {@code POST /code-review/estimate}: what a run is going to take; stores nothing and counts against no quota. */
public final class EstimateReviewOperation implements Operation {
    /** The file that code is when nobody named one. */
    private static final String UNNAMED = "snippet";

    private final EstimateRun estimateRun;
    private final SubmissionTerms terms;

    public EstimateReviewOperation(EstimateRun estimateRun, SubmissionTerms terms) {
        this.estimateRun = estimateRun;
        this.terms = terms;
    }

    @Override
    public String id() {
        return "estimateReview";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        Draft draft = new Draft(
                request.user(),
                body.optionalText("workflow"),
                body.optionalUuid("project_id"),
                files(body),
                body.optionalUuid("upload_id").map(UploadId::new),
                body.nullableObject("repository", SubmitReviewOperation::repository)
                        .flatMap(given -> given));
        body.requireValid();
        return Answer.json(200, EstimateDocument.of(estimateRun.estimate(draft), terms.models()));
    }

    private static List<Draft.File> files(Fields body) {
        Optional<String> path = body.optionalText("file_path");
        Optional<Draft.File> pasted = body.optionalCode("code")
                .map(code -> new Draft.File(path.orElse(UNNAMED), Optional.of(code), code.length()));
        List<Draft.File> several =
                body.optionalObjects("files", EstimateReviewOperation::file).orElse(List.of());
        return pasted.map(List::of).orElse(several);
    }

    private static Draft.File file(Fields file) {
        Optional<String> content = file.optionalCode("content");
        long bytes = content.isPresent() ? 0 : Math.max(0, file.wholeNumber("size_bytes"));
        return new Draft.File(file.text("path"), content, bytes);
    }
}
