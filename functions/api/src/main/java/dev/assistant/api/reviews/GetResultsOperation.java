package dev.assistant.api.reviews;

import dev.assistant.adapters.report.RulePages;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.api.rules.Rules;
import dev.assistant.review.ReadResults;

/** {@code GET /code-review/{job_id}/results} */
public final class GetResultsOperation implements Operation {
    private final ReadResults readResults;
    private final RulePages pages;

    /** @param publicOrigin the web application's, which has a page for each rule */
    public GetResultsOperation(ReadResults readResults, Rules rules, String publicOrigin) {
        this.readResults = readResults;
        this.pages = id -> rules.page(id).map(page -> publicOrigin + "/rules/" + page);
    }

    @Override
    public String id() {
        return "getResults";
    }

    @Override
    public Answer answer(Request request) {
        ResultsFormat format = ResultsFormat.of(request);
        return format.answer(readResults.read(request.user(), request.job()), pages);
    }
}
