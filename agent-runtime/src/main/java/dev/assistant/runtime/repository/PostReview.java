package dev.assistant.runtime.repository;

import dev.assistant.failure.Failure;
import dev.assistant.review.Finding;
import dev.assistant.review.RepositorySource;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.runtime.github.GitHubAccess;
import dev.assistant.runtime.github.GitHubApi;
import dev.assistant.runtime.github.PullRequests;
import dev.assistant.runtime.github.RepositoryName;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.workflow.Leases.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Posts a review to its pull request, once a job: a checkpoint says that it was done, and a marker in the text tells a resumed job
 * whose checkpoint was lost. A job that goes on from another one posts only what that has not posted. That it could not be posted is
 * said in the transcript and fails nothing. Thread-safe.
 */
public final class PostReview {
    private static final String CHECKPOINT = "posted";
    private static final String SPEAKER = "executor";

    private final GitHubAccess gitHub;

    public PostReview(GitHubAccess gitHub) {
        this.gitHub = gitHub;
    }

    /** Posts what a review found on changed lines, when its submitter asked for that. */
    public void post(JobRun run, ReviewRequest request, FetchedRepository fetched, ReviewReport report)
            throws InterruptedException {
        RepositorySource source = request.repository().orElseThrow();
        if (!source.postComments() || fetched.changed().isEmpty() || isPosted(run)) {
            return;
        }
        ReviewComments comments = new ReviewComments(fetched.changed().get(), request.files());
        try {
            GitHubApi api = gitHub.of(request.owner());
            if (!api.hasToken()) {
                run.say(SPEAKER, "The review was not posted: give your access to GitHub in the settings.");
                return;
            }
            int posted = post(new PullRequests(api), run, source, fetched.commit(), comments, report);
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

    /** How many remarks were posted; negative when all of it was there already. */
    private static int post(
            PullRequests pullRequests,
            JobRun run,
            RepositorySource source,
            String commit,
            ReviewComments comments,
            ReviewReport report)
            throws InterruptedException {
        RepositoryName name = RepositoryName.of(source.url());
        int number = source.pullRequest().orElseThrow();
        String marker = Posting.of(run.job().id(), List.of()).marker();
        if (pullRequests.isReviewed(name, number, marker)) {
            return -1;
        }
        List<Posting> there = new ArrayList<>();
        for (Posting earlier : Posting.before(run)) {
            if (pullRequests.isReviewed(name, number, earlier.marker())) {
                there.add(earlier);
            }
        }
        Set<String> known =
                there.stream().flatMap(earlier -> earlier.findings().stream()).collect(Collectors.toSet());
        List<Finding> worst = comments.worst(report.findings().stream()
                .filter(finding -> !known.contains(finding.fingerprint()))
                .toList());
        if (worst.isEmpty() && !there.isEmpty()) {
            return -1;
        }
        Posting posting = Posting.of(run.job().id(), worst);
        run.store(posting.checkpoint());
        String body = comments.body(report, marker, worst.size() + known.size());
        pullRequests.review(name, number, commit, body, comments.of(worst));
        return worst.size();
    }
}
