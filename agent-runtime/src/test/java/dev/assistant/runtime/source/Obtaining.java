package dev.assistant.runtime.source;

import dev.assistant.review.Reviews;
import dev.assistant.review.UploadStore;
import dev.assistant.runtime.github.GitHubAccess;
import dev.assistant.runtime.github.GitHubApi;
import dev.assistant.runtime.github.GitHubSettings;
import dev.assistant.runtime.net.OutboundHttp;
import dev.assistant.runtime.net.PublicAddresses;
import dev.assistant.runtime.repository.FetchRepository;
import dev.assistant.runtime.repository.PostReview;
import dev.assistant.runtime.upload.ArchiveLimits;
import dev.assistant.runtime.upload.UnpackTarball;
import dev.assistant.runtime.upload.UnpackUpload;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Ways for jobs under test to get their files. */
public final class Obtaining {
    private static final URI NOWHERE = URI.create("https://github.invalid");

    private Obtaining() {}

    /** From submissions only. */
    public static ObtainFiles submitted(Reviews reviews) {
        return files(reviews, new NoUploads());
    }

    /** From submissions and uploads. */
    public static ObtainFiles files(Reviews reviews, UploadStore uploads) {
        return files(reviews, uploads, new GitHubSettings(NOWHERE, Optional.empty()));
    }

    /** From repositories, too, in the installation's name; the API's own origin need not be a public one. */
    public static ObtainFiles files(Reviews reviews, UploadStore uploads, GitHubSettings settings) {
        GitHubApi installation = gitHub(settings);
        return files(reviews, uploads, settings, person -> installation);
    }

    /** From repositories, as each person sees them. */
    public static ObtainFiles files(
            Reviews reviews, UploadStore uploads, GitHubSettings settings, GitHubAccess gitHub) {
        return new ObtainFiles(
                reviews,
                new UnpackUpload(uploads, ArchiveLimits.STANDARD),
                new FetchRepository(gitHub, new UnpackTarball(ArchiveLimits.STANDARD), settings.hosts()),
                new PostReview(gitHub));
    }

    /** Asks in the installation's name. */
    public static GitHubApi gitHub(GitHubSettings settings) {
        return new GitHubApi(
                settings, new OutboundHttp(new PublicAddresses(Set.of(settings.api()))), InstantSource.system());
    }
}
