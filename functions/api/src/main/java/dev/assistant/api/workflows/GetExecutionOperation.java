package dev.assistant.api.workflows;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.product.Products;
import dev.assistant.progress.ReadTranscript;
import dev.assistant.review.ReviewHistory;
import dev.assistant.review.ReviewSummary;
import dev.assistant.workflow.Approvals;
import dev.assistant.workflow.JobId;

/** {@code GET /workflows/history/{id}} */
public final class GetExecutionOperation implements Operation {
    private final ReviewHistory history;
    private final ReadTranscript transcripts;
    private final Products products;
    private final Approvals approvals;

    public GetExecutionOperation(
            ReviewHistory history, ReadTranscript transcripts, Products products, Approvals approvals) {
        this.history = history;
        this.transcripts = transcripts;
        this.products = products;
        this.approvals = approvals;
    }

    @Override
    public String id() {
        return "getExecution";
    }

    @Override
    public Answer answer(Request request) {
        JobId job = new JobId(request.id("id", "execution"));
        ReviewSummary summary = history.byId(request.user(), job);
        return Answer.json(
                200,
                ExecutionDocument.of(
                        summary,
                        transcripts.of(request.user(), job),
                        products.of(request.user(), job),
                        approvals.last(request.user(), job)));
    }
}
