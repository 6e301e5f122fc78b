package dev.assistant.review;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.AboutFinding;
import dev.assistant.workflow.JobId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody asks to have reviewed, as sent; nothing of it is checked yet.
 *
 * @param code one file's text, instead of {@code files}, {@code upload} and {@code repository}
 * @param filePath the path of {@code code}
 * @param upload the upload that holds the file or files
 * @param repository where the files are fetched from
 * @param language of {@code code}, and of those files that name none of their own; detected when left out
 * @param focusAreas names of what to look at; none means all
 * @param workflow the workflow's name; left out for {@link #DEFAULT_WORKFLOW}
 * @param baseline the review to compare with
 * @param input the texts of the workflow's own input; empty for code sent for review
 * @param mostUsd what models may cost at most, in US dollars
 * @param about the finding that a question is about, instead of files
 * @param idempotencyKey makes repeating this submission harmless
 */
public record Submission(
        UserId owner,
        Optional<String> code,
        Optional<String> filePath,
        Optional<List<File>> files,
        Optional<UploadId> upload,
        Optional<Repository> repository,
        Optional<String> language,
        List<String> focusAreas,
        Optional<String> workflow,
        Optional<UUID> project,
        Optional<JobId> baseline,
        Optional<Map<String, String>> input,
        Optional<BigDecimal> mostUsd,
        Optional<AboutFinding> about,
        Optional<String> idempotencyKey) {
    public static final String DEFAULT_WORKFLOW = "quick_code_review";

    public Submission {
        files = files.map(List::copyOf);
        focusAreas = List.copyOf(focusAreas);
        input = input.map(Map::copyOf);
    }

    /** One file as sent. */
    public record File(String path, String content, Optional<String> language) {
        @Override
        public String toString() {
            return "File[" + path + ", " + content.length() + " characters]";
        }
    }

    /**
     * A repository as asked for.
     *
     * @param url left out for that of the submission's project
     */
    public record Repository(
            Optional<String> url, Optional<String> ref, Optional<Integer> pullRequest, boolean postComments) {}

    @Override
    public String toString() {
        return "Submission[by " + owner + "]";
    }
}
