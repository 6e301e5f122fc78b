package dev.assistant.api.projects;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.PageDocument;
import dev.assistant.api.http.Query;
import dev.assistant.api.http.Request;
import dev.assistant.api.reviews.ReviewListItem;
import dev.assistant.page.PageRequest;
import dev.assistant.project.ProjectId;
import dev.assistant.project.Projects;
import dev.assistant.review.HistoryFilter;
import dev.assistant.review.ReviewHistory;

/** {@code GET /projects/{id}/reviews} */
public final class ListProjectReviewsOperation implements Operation {
    private final Projects projects;
    private final ReviewHistory history;

    public ListProjectReviewsOperation(Projects projects, ReviewHistory history) {
        this.projects = projects;
        this.history = history;
    }

    @Override
    public String id() {
        return "listProjectReviews";
    }

    @Override
    public Answer answer(Request request) {
        Query query = new Query(request);
        PageRequest page = query.page();
        query.requireValid();
        ProjectId id = new ProjectId(request.id("id", "project"));
        HistoryFilter filter = HistoryFilter.ALL
                .ofReviews()
                .ofProject(projects.byId(request.user(), id).project().id().value());
        return Answer.json(
                200, PageDocument.of(history.list(request.user(), filter, page).map(ReviewListItem::of)));
    }
}
