package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.review.ReadResults;

/** {@code GET /code-review/{job_id}/results} */
public final class GetResultsOperation implements Operation {
    private final ReadResults readResults;

    public GetResultsOperation(ReadResults readResults) {
        this.readResults = readResults;
    }

    @Override
    public String id() {
        return "getResults";
    }

    @Override
    public Answer answer(Request request) {
        ResultsFormat format = ResultsFormat.of(request);
        return format.answer(readResults.read(request.user(), request.job()));
    }
}
