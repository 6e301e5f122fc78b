package dev.assistant.runtime.repository;

import dev.assistant.failure.Failure;
import dev.assistant.review.RepositorySource;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.runtime.github.PullRequests;
import dev.assistant.runtime.github.PullRequests.Comment;
import dev.assistant.runtime.github.RepositoryName;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.workflow.Leases.Checkpoint;
import java.util.List;

/**
 * Posts a review to its pull request, once a job: a checkpoint says that it was done, and a marker in the text tells a resumed job
 * whose checkpoint was lost. That it could not be posted is said in the transcript and fails nothing. Thread-safe.
 */
public final class PostReview {
    private static final String CHECKPOINT = "posted";
    private static final String SPEAKER = "executor";

    private final PullRequests pullRequests;
    private final boolean hasToken;

    /** @param hasToken without one nothing can be posted */
    public PostReview(PullRequests pullRequests, boolean hasToken) {
        this.pullRequests = pullRequests;
        this.hasToken = hasToken;
    }

    /** Posts what a review found on changed lines, when its submitter asked for that. */
    public void post(JobRun run, ReviewRequest request, FetchedRepository fetched, ReviewReport report)
            throws InterruptedException {
        RepositorySource source = request.repository().orElseThrow();
        if (!source.postComments() || fetched.changed().isEmpty() || isPosted(run)) {
            return;
        }
        if (!hasToken) {
            run.say(SPEAKER, "The review was not posted: this installation has no GitHub token.");
            return;
        }
        ReviewComments comments = new ReviewComments(fetched.changed().get(), request.files());
        try {
            int posted = post(run, source, fetched.commit(), comments, report);
            run.store(new Checkpoint(CHECKPOINT, "{}"));
            run.say(
                    SPEAKER,
                    posted < 0
                            ? "The review is at the pull request already."
                            : "Posted the review with " + posted + " comments.");
        } catch (Failure failure) {
            run.say(SPEAKER, "The review was not posted: " + failure.explanation());
        }
    }

    private static boolean isPosted(JobRun run) {
        return run.stored().stream().anyMatch(checkpoint -> checkpoint.step().equals(CHECKPOINT));
    }

    /** How many remarks were posted; negative when the review was there already. */
    private int post(JobRun run, RepositorySource source, String commit, ReviewComments comments, ReviewReport report)
            throws InterruptedException {
        RepositoryName name = RepositoryName.of(source.url());
        int number = source.pullRequest().orElseThrow();
        String marker = "<!-- development-assistant review " + run.job().id() + " -->";
        if (pullRequests.isReviewed(name, number, marker)) {
            return -1;
        }
        List<Comment> remarks = comments.of(report.findings());
        pullRequests.review(name, number, commit, comments.body(report, marker, remarks.size()), remarks);
        return remarks.size();
    }
}
