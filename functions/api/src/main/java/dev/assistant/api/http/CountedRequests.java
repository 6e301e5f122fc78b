package dev.assistant.api.http;

import dev.assistant.erasure.Belongings;
import dev.assistant.identity.UserId;
import dev.assistant.limit.RateLimiter;
import dev.assistant.workflow.JobId;
import java.util.List;

/** The counters of {@link RequestLimits} that name an account. Thread-safe. */
public final class CountedRequests implements Belongings {
    private final RateLimiter limiter;

    public CountedRequests(RateLimiter limiter) {
        this.limiter = limiter;
    }

    /** What somebody sends while signed in. */
    static String ofSessions(UserId user) {
        return "requests#user#" + user;
    }

    /** What all of somebody's API keys send. */
    static String ofKeys(UserId owner) {
        return "requests#keys#" + owner;
    }

    @Override
    public void eraseJobs(UserId owner, List<JobId> jobs) {
        // Requests are not counted by job.
    }

    @Override
    public void eraseRest(UserId owner) {
        limiter.forget(ofSessions(owner));
        limiter.forget(ofKeys(owner));
    }
}
