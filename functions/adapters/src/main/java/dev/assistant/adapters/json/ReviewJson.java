package dev.assistant.adapters.json;

import dev.assistant.review.Finding;
import dev.assistant.review.FinishedReview;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.Scores;
import dev.assistant.review.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reports as JSON (SPEC section 2): stored, answered and read back in one form. Times are RFC 3339 in UTC, optional values
 * are present as null. Reading ignores fields that it does not know, and fails with an unchecked exception on documents that
 * this product did not write. Thread-safe.
 */
public final class ReviewJson {
    private ReviewJson() {}

    /** The answer to a request for results. */
    public static String results(FinishedReview review) {
        return WireJson.MAPPER.writeValueAsString(ResultsDocument.of(review));
    }

    /** A report without its job, as it is stored. */
    public static String report(ReviewReport report) {
        return WireJson.MAPPER.writeValueAsString(ReportDocument.of(report));
    }

    /** Reads {@link #report(ReviewReport)}, and also the report inside {@link #results}. */
    public static ReviewReport toReport(String json) {
        return WireJson.MAPPER.readValue(json, ReportDocument.class).toReport();
    }

    /** One issue. */
    public static String issue(Finding finding) {
        return WireJson.MAPPER.writeValueAsString(IssueDocument.of(finding));
    }

    /** A list of issues. */
    public static String issues(List<Finding> findings) {
        return WireJson.MAPPER.writeValueAsString(
                findings.stream().map(IssueDocument::of).toList());
    }

    /** Reads {@link #issues}. */
    public static List<Finding> toIssues(String json) {
        return Arrays.stream(WireJson.MAPPER.readValue(json, IssueDocument[].class))
                .map(IssueDocument::toFinding)
                .toList();
    }

    /** Scores and issue counts. */
    public static String metrics(ReviewReport report) {
        return WireJson.MAPPER.writeValueAsString(MetricsDocument.of(report));
    }

    /** Reads the scores of {@link #metrics}. */
    public static Scores toScores(String metrics) {
        return WireJson.MAPPER.readValue(metrics, MetricsDocument.class).toScores();
    }

    /** Reads the counts of {@link #metrics}. */
    public static Map<Severity, Integer> toIssueCounts(String metrics) {
        return WireJson.MAPPER.readValue(metrics, MetricsDocument.class).toCounts();
    }
}
