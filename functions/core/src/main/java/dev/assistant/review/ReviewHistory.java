package dev.assistant.review;

import dev.assistant.identity.UserId;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;

/** What somebody has had reviewed, as a list. Thread-safe. */
public interface ReviewHistory {
    /** The owner's reviews that fit the filter, newest first. */
    Page<ReviewSummary> list(UserId owner, HistoryFilter filter, PageRequest page);
}
