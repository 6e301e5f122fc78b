package dev.assistant.review;

import dev.assistant.failure.FieldErrors;
import dev.assistant.url.HttpsAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be asked of a repository, before anything is fetched. */
final class RepositoryRules {
    private static final int LONGEST_REF = 200;
    private static final Pattern OWNER_AND_NAME =
            Pattern.compile("/[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}?(\\.git)?/?");

    /** What git allows in a name, and less: no spaces, no control characters, nothing that climbs (git-check-ref-format). */
    private static final Pattern REF =
            Pattern.compile("(?!.*(?:\\.\\.|//|@\\{))[A-Za-z0-9_][A-Za-z0-9._/@+#-]*(?<![./])");

    private RepositoryRules() {}

    /** @param ofProject the address that the submission's project names */
    static Optional<RepositorySource> read(
            Submission.Repository given, Optional<String> ofProject, SubmissionTerms terms, FieldErrors errors) {
        Optional<String> url = given.url().or(() -> ofProject);
        if (url.isEmpty()) {
            errors.add("repository.repository_url", "Name the repository's address, or a project that has one.");
            return Optional.empty();
        }
        errors.addIf("repository.repository_url", complaint(url.get(), terms.repositoryHosts()));
        given.ref()
                .filter(ref -> !isRef(ref))
                .ifPresent(ref -> errors.add("repository.ref", "Use the name of a branch or tag, or a commit."));
        given.pullRequest()
                .filter(number -> number < 1)
                .ifPresent(number -> errors.add("repository.pull_request", "Use the number of a pull request."));
        if (given.ref().isPresent() && given.pullRequest().isPresent()) {
            errors.add("repository.ref", "Give a ref or a pull request: a pull request is reviewed at its head.");
        }
        if (given.postComments() && given.pullRequest().isEmpty()) {
            errors.add("repository.post_comments", "Comments are posted to a pull request. Name its number.");
        } else if (given.postComments() && !terms.postsComments()) {
            errors.add(
                    "repository.post_comments",
                    "Give your access to GitHub in the settings: comments are posted with it. Or leave this out.");
        }
        return Optional.of(new RepositorySource(url.get(), given.ref(), given.pullRequest(), given.postComments()));
    }

    private static boolean isRef(String ref) {
        return ref.length() <= LONGEST_REF && REF.matcher(ref).matches();
    }

    private static Optional<String> complaint(String url, Set<String> hosts) {
        return HttpsAddress.complaint(url).or(() -> {
            URI uri = URI.create(url);
            if (!hosts.contains(uri.getHost().toLowerCase(Locale.ROOT))) {
                return Optional.of("Repositories of this host are not fetched here. Allowed are: "
                        + hosts.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
            boolean isPlain = uri.getPort() < 0 && uri.getQuery() == null && uri.getFragment() == null;
            return isPlain && OWNER_AND_NAME.matcher(uri.getRawPath()).matches()
                    ? Optional.empty()
                    : Optional.of("Use a repository's web address, such as https://github.com/owner/name.");
        });
    }
}
