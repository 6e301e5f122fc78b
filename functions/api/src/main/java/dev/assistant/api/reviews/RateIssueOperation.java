package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.review.Finding;
import dev.assistant.review.RateFinding;
import java.util.Optional;

/** {@code PUT /code-review/{job_id}/issues/{issue_id}/rating} */
public final class RateIssueOperation implements Operation {
    private final RateFinding rateFinding;

    public RateIssueOperation(RateFinding rateFinding) {
        this.rateFinding = rateFinding;
    }

    @Override
    public String id() {
        return "rateIssue";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        Optional<Boolean> helpful = body.nullableYesOrNo("helpful");
        body.requireValid();
        String issue = request.parameters().getOrDefault("issue_id", "");
        Finding rated = rateFinding.rate(request.user(), request.job(), issue, helpful);
        return Answer.json(200, new RatingDocument(rated.fingerprint(), helpful.orElse(null)));
    }
}
