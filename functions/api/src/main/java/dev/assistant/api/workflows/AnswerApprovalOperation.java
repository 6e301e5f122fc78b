package dev.assistant.api.workflows;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.api.reviews.StatusDocument;
import dev.assistant.failure.Failure;
import dev.assistant.workflow.AnswerApproval;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.JobId;
import java.util.Map;
import java.util.Optional;

/** {@code POST /workflows/history/{id}/approvals} */
public final class AnswerApprovalOperation implements Operation {
    private static final Map<String, Decision.Answer> DECISIONS =
            Map.of("approve", Decision.Answer.APPROVED, "reject", Decision.Answer.REJECTED);
    private static final int LONGEST_COMMENT = 2_000;

    private final AnswerApproval answerApproval;

    public AnswerApprovalOperation(AnswerApproval answerApproval) {
        this.answerApproval = answerApproval;
    }

    @Override
    public String id() {
        return "answerApproval";
    }

    @Override
    public Answer answer(Request request) {
        JobId job = new JobId(request.id("id", "execution"));
        Fields body = JsonBody.read(request);
        String decision = body.text("decision");
        Optional<String> comment = body.optionalText("comment").filter(text -> !text.isBlank());
        Optional<String> planHash = body.optionalText("plan_hash");
        body.requireValid();
        Decision.Answer answer = Optional.ofNullable(DECISIONS.get(decision))
                .orElseThrow(() -> new Failure.Invalid("decision", "Use approve or reject."));
        if (comment.filter(text -> text.length() > LONGEST_COMMENT).isPresent()) {
            throw new Failure.Invalid("comment", "Use at most 2,000 characters.");
        }
        return Answer.json(
                202,
                StatusDocument.of(answerApproval.answer(request.user(), job, new Decision(answer, comment), planHash)));
    }
}
