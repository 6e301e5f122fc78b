package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.PageDocument;
import dev.assistant.api.http.Query;
import dev.assistant.api.http.Request;
import dev.assistant.page.PageRequest;
import dev.assistant.review.HistoryFilter;
import dev.assistant.review.ReviewHistory;

/** {@code GET /code-review/history} */
public final class ListReviewsOperation implements Operation {
    private final ReviewHistory history;

    public ListReviewsOperation(ReviewHistory history) {
        this.history = history;
    }

    @Override
    public String id() {
        return "listReviews";
    }

    @Override
    public Answer answer(Request request) {
        Query query = new Query(request);
        PageRequest page = query.page();
        query.requireValid();
        return Answer.json(
                200,
                PageDocument.of(
                        history.list(request.user(), HistoryFilter.ALL, page).map(ReviewListItem::of)));
    }
}
