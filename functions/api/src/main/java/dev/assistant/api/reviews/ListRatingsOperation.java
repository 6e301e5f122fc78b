package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.review.Ratings;
import java.util.List;

/** {@code GET /code-review/{job_id}/ratings} */
public final class ListRatingsOperation implements Operation {
    private final Ratings ratings;

    public ListRatingsOperation(Ratings ratings) {
        this.ratings = ratings;
    }

    @Override
    public String id() {
        return "listRatings";
    }

    @Override
    public Answer answer(Request request) {
        List<RatingDocument> items = ratings.ofReview(request.user(), request.job()).stream()
                .map(RatingDocument::of)
                .toList();
        return Answer.json(200, new Page(items));
    }

    private record Page(List<RatingDocument> items) {}
}
