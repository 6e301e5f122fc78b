package dev.assistant.review;

import java.util.Optional;

/**
 * A repository whose files are reviewed as they are at a commit.
 *
 * @param url its web address: https, without credentials, of an owner and a name
 * @param ref a branch, tag or commit; the default branch when there is neither this nor a pull request
 * @param pullRequest the number of a pull request: its head is reviewed, and what is reported are the files that it changes
 * @param postComments whether the findings on changed lines are posted to the pull request
 */
public record RepositorySource(String url, Optional<String> ref, Optional<Integer> pullRequest, boolean postComments) {
    /** What stands for the files until a worker has fetched them. */
    static final String AWAITED = "repository.tar.gz";
}
