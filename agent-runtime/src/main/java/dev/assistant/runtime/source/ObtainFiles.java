package dev.assistant.runtime.source;

import dev.assistant.failure.Failure;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Units.SetAside;
import dev.assistant.runtime.repository.FetchRepository;
import dev.assistant.runtime.repository.FetchedRepository;
import dev.assistant.runtime.repository.PostReview;
import dev.assistant.runtime.upload.RefusedUpload;
import dev.assistant.runtime.upload.UnpackUpload;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.workflow.AboutFinding;
import java.util.List;
import java.util.Optional;

/**
 * Gets the files of a job from where they are: the submission itself, an upload, a repository, or the review that it is about.
 * Thread-safe.
 */
public final class ObtainFiles {
    private final Reviews reviews;
    private final UnpackUpload uploads;
    private final FetchRepository repositories;
    private final PostReview posting;

    public ObtainFiles(Reviews reviews, UnpackUpload uploads, FetchRepository repositories, PostReview posting) {
        this.reviews = reviews;
        this.uploads = uploads;
        this.repositories = repositories;
        this.posting = posting;
    }

    /**
     * @throws RefusedUpload when there is nothing that can be read; the words are for the submitter
     * @throws InterruptedException when the job is to stop
     */
    public Obtained obtain(JobRun run) throws InterruptedException {
        ReviewRequest request = reviews.request(run.job().id());
        if (request.input().about().isPresent()) {
            return new Obtained(ofReview(request, request.input().about().get()), List.of(), Optional.empty());
        }
        if (request.upload().isPresent()) {
            List<SetAside> setAside =
                    uploads.unpack(run, request, request.upload().get());
            return new Obtained(reviews.request(run.job().id()), setAside, Optional.empty());
        }
        if (request.repository().isPresent()) {
            FetchedRepository fetched =
                    repositories.fetch(run, request, request.repository().get());
            return new Obtained(reviews.request(run.job().id()), fetched.setAside(), Optional.of(fetched));
        }
        return new Obtained(request, uploads.unpackedBefore(run).orElse(List.of()), Optional.empty());
    }

    private ReviewRequest ofReview(ReviewRequest request, AboutFinding about) {
        try {
            List<SourceFile> files = reviews.files(request.owner(), about.job(), 0, Integer.MAX_VALUE);
            if (!files.isEmpty()) {
                return request.withFiles(files);
            }
        } catch (Failure.NotFound deleted) {
            // said below
        }
        throw new RefusedUpload("The review that the question is about, or its code, was deleted in the meantime.");
    }

    /** Tells where the files came from what the review has found, if that was asked for. */
    public void answer(JobRun run, Obtained obtained, ReviewReport report) throws InterruptedException {
        if (obtained.repository().isPresent()) {
            posting.post(run, obtained.request(), obtained.repository().get(), report);
        }
    }
}
