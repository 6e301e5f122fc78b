package dev.assistant.review;

import dev.assistant.workflow.AboutFinding;
import dev.assistant.workflow.Job;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A review as a line of a list.
 *
 * @param language the language of its first file
 * @param filePath the path of its first file
 * @param fileCount how many files were submitted
 * @param issueCounts findings by severity; empty while not finished
 * @param question what was asked; empty for what is no question
 * @param about the finding that was asked about
 * @param repositoryUrl the web address of the repository whose files they are
 */
public record ReviewSummary(
        Job job,
        Optional<Language> language,
        String filePath,
        int fileCount,
        Map<Severity, Integer> issueCounts,
        Optional<Scores> scores,
        Optional<Verdict.Gate> gate,
        BigDecimal costUsd,
        Optional<String> question,
        Optional<AboutFinding> about,
        Optional<String> repositoryUrl) {
    public ReviewSummary {
        issueCounts = Map.copyOf(issueCounts);
    }
}
