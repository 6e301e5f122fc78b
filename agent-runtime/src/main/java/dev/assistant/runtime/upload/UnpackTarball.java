package dev.assistant.runtime.upload;

import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Summary;
import dev.assistant.review.Units.SetAside;
import dev.assistant.runtime.workflow.JobRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Turns a repository's tarball, in which one folder holds everything, into the files of a review. Links are set aside, everything
 * else is as in uploads. Thread-safe.
 */
public final class UnpackTarball {
    private final ArchiveLimits limits;

    public UnpackTarball(ArchiveLimits limits) {
        this.limits = limits;
    }

    /**
     * Stores the files of the review.
     *
     * @return what was set aside on purpose
     * @throws RefusedUpload when it holds too much, or nothing that could be reviewed
     * @throws InterruptedException when the job is to stop
     */
    public List<SetAside> unpack(JobRun run, ReviewRequest request, Path tarball) throws InterruptedException {
        UploadedFiles files = UploadedFiles.ofRepository(tarball, request.language(), limits);
        try {
            run.unpack(request, files);
        } catch (CancellationException cancelled) {
            throw new InterruptedException();
        }
        run.say(
                "executor",
                "Unpacked the repository: %s, %s set aside."
                        .formatted(
                                Summary.count(files.taken(), "file"),
                                files.setAside().size()));
        return files.setAside();
    }
}
