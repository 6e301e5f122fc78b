package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.PageDocument;
import dev.assistant.api.http.Query;
import dev.assistant.api.http.Request;
import dev.assistant.page.PageRequest;
import dev.assistant.review.HistoryFilter;
import dev.assistant.review.ReviewHistory;
import dev.assistant.workflow.WorkflowCatalogue;

/** {@code GET /code-review/history} */
public final class ListReviewsOperation implements Operation {
    private final ReviewHistory history;
    private final WorkflowCatalogue catalogue;

    public ListReviewsOperation(ReviewHistory history, WorkflowCatalogue catalogue) {
        this.history = history;
        this.catalogue = catalogue;
    }

    @Override
    public String id() {
        return "listReviews";
    }

    @Override
    public Answer answer(Request request) {
        Query query = new Query(request);
        PageRequest page = query.page();
        HistoryFilter filter = HistoryParameters.read(query, catalogue).ofReviews();
        query.requireValid();
        return Answer.json(
                200, PageDocument.of(history.list(request.user(), filter, page).map(ReviewListItem::of)));
    }
}
