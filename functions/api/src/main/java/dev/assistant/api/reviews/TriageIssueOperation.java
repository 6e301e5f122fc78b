package dev.assistant.api.reviews;

import dev.assistant.adapters.json.ReviewJson;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.review.TriageDecision;
import dev.assistant.review.TriageFinding;

/** {@code PATCH /code-review/{job_id}/issues/{issue_id}} */
public final class TriageIssueOperation implements Operation {
    private final TriageFinding triageFinding;

    public TriageIssueOperation(TriageFinding triageFinding) {
        this.triageFinding = triageFinding;
    }

    @Override
    public String id() {
        return "triageIssue";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        TriageDecision decision = new TriageDecision(
                body.text("state"),
                body.optionalText("reason"),
                body.optionalText("comment"),
                body.optionalTime("expires_at"));
        body.requireValid();
        return Answer.jsonText(
                200,
                ReviewJson.issue(triageFinding.triage(
                        request.user(), request.job(), request.parameters().getOrDefault("issue_id", ""), decision)));
    }
}
