package dev.assistant.review;

import dev.assistant.identity.UserId;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import dev.assistant.workflow.JobId;

/** What somebody has had reviewed, as a list. Thread-safe. */
public interface ReviewHistory {
    /** The owner's reviews that fit the filter, in its order. */
    Page<ReviewSummary> list(UserId owner, HistoryFilter filter, PageRequest page);

    /** @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's */
    ReviewSummary byId(UserId owner, JobId job);
}
