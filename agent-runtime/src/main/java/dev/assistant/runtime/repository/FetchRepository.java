package dev.assistant.runtime.repository;

import dev.assistant.failure.Failure;
import dev.assistant.review.RepositorySource;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Units.SetAside;
import dev.assistant.review.Upload;
import dev.assistant.runtime.github.GitHubAccess;
import dev.assistant.runtime.github.GitHubApi;
import dev.assistant.runtime.github.PullRequests;
import dev.assistant.runtime.github.PullRequests.ChangedFile;
import dev.assistant.runtime.github.Repositories;
import dev.assistant.runtime.github.RepositoryName;
import dev.assistant.runtime.upload.RefusedUpload;
import dev.assistant.runtime.upload.StoredSetAside;
import dev.assistant.runtime.upload.UnpackTarball;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.workflow.Leases.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a repository at a commit into the files of a review. Which commit a branch or pull request stood at is found out once: a
 * resumed review goes on with the same. Thread-safe.
 */
public final class FetchRepository {
    private static final String CHECKPOINT = "repository";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final GitHubAccess gitHub;
    private final UnpackTarball unpack;
    private final Set<String> hosts;

    /** @param hosts whose repositories may be reviewed, in lower case; all of them are asked for through the one API */
    public FetchRepository(GitHubAccess gitHub, UnpackTarball unpack, Set<String> hosts) {
        this.gitHub = gitHub;
        this.unpack = unpack;
        this.hosts = Set.copyOf(hosts);
    }

    /**
     * Fetches the repository of a review, unless that was done before.
     *
     * @throws RefusedUpload when it may not or cannot be reviewed; the words are for the submitter
     * @throws Failure.Unavailable when GitHub does not answer
     * @throws InterruptedException when the job is to stop
     */
    public FetchedRepository fetch(JobRun run, ReviewRequest request, RepositorySource source)
            throws InterruptedException {
        Optional<Checkpoint> done = run.stored().stream()
                .filter(checkpoint -> checkpoint.step().equals(CHECKPOINT))
                .findFirst();
        if (done.isPresent()) {
            return JSON.readValue(done.get().content(), Stored.class).toFetched();
        }
        try {
            FetchedRepository fetched = fetchNow(run, request, source);
            run.store(new Checkpoint(CHECKPOINT, JSON.writeValueAsString(Stored.of(fetched))));
            return fetched;
        } catch (Failure.Unavailable later) {
            throw later;
        } catch (Failure failure) {
            throw new RefusedUpload(explanation(failure), failure);
        }
    }

    private FetchedRepository fetchNow(JobRun run, ReviewRequest request, RepositorySource source)
            throws InterruptedException {
        RepositoryName name = name(source);
        GitHubApi api = gitHub.of(request.owner());
        Repositories repositories = new Repositories(api);
        Optional<ChangedLines> changed = Optional.empty();
        String commit;
        if (source.pullRequest().isPresent()) {
            PullRequests pullRequests = new PullRequests(api);
            int number = source.pullRequest().get();
            commit = pullRequests.head(name, number);
            changed = Optional.of(changed(pullRequests.files(name, number)));
        } else {
            commit = repositories.commit(name, source.ref());
        }
        run.say("executor", "Fetching %s at %s.".formatted(name, commit.substring(0, 12)));
        return new FetchedRepository(
                commit,
                files(
                        run,
                        request,
                        target -> repositories.download(name, commit, target, Upload.LARGEST_ARCHIVE_BYTES)),
                changed);
    }

    private RepositoryName name(RepositorySource source) {
        String host = URI.create(source.url()).getHost();
        if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw new RefusedUpload(
                    "Repositories of this host are not fetched. Allowed are: " + String.join(", ", hosts) + ".");
        }
        return RepositoryName.of(source.url());
    }

    private static ChangedLines changed(List<ChangedFile> files) {
        if (files.size() >= PullRequests.MOST_FILES) {
            throw new RefusedUpload(
                    "The pull request changes %,d files or more, and GitHub lists no more. Review its branch instead."
                            .formatted(PullRequests.MOST_FILES));
        }
        if (files.isEmpty()) {
            throw new RefusedUpload("The pull request leaves no file that it has changed.");
        }
        return ChangedLines.of(files);
    }

    private List<SetAside> files(JobRun run, ReviewRequest request, Download download) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("repository-");
            Path tarball = folder.resolve("files.tar.gz");
            try {
                download.into(tarball);
                return unpack.unpack(run, request, tarball);
            } finally {
                Files.deleteIfExists(tarball);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String explanation(Failure failure) {
        return switch (failure) {
            case Failure.NotFound none ->
                "GitHub shows no such repository, ref or pull request. A private one needs your access to GitHub: give it in the settings, or let it include this repository.";
            case Failure.TooLarge large ->
                "The repository is larger than %d MB packed. Review a part of it as an upload."
                        .formatted(Upload.LARGEST_ARCHIVE_BYTES >> 20);
            default -> failure.explanation();
        };
    }

    @FunctionalInterface
    private interface Download {
        void into(Path target) throws InterruptedException;
    }

    /** What a checkpoint keeps. */
    private record Stored(
            String commit,
            List<StoredSetAside> setAside,
            @Nullable Map<String, List<ChangedLines.Lines>> changed) {
        static Stored of(FetchedRepository fetched) {
            return new Stored(
                    fetched.commit(),
                    fetched.setAside().stream().map(StoredSetAside::of).toList(),
                    fetched.changed().map(ChangedLines::byPath).orElse(null));
        }

        FetchedRepository toFetched() {
            return new FetchedRepository(
                    commit,
                    setAside.stream().map(StoredSetAside::toSetAside).toList(),
                    Optional.ofNullable(changed).map(ChangedLines::new));
        }
    }
}
