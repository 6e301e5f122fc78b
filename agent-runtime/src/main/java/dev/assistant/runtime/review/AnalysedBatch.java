package dev.assistant.runtime.review;

import dev.assistant.adapters.json.ReviewJson;
import dev.assistant.review.Finding;
import dev.assistant.review.Suppression;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the analysers made of some files; kept as a checkpoint, so that no file is analysed twice.
 *
 * @param paths every file of the batch
 * @param reused those of them of which an earlier review had the results
 * @param findings all of them, also outside the areas asked for
 * @param unread which analyser failed on which file
 * @param suppressed what comments in the code ask not to report
 * @param executing how long the analysers took
 * @param merging how long it took to make findings of their reports
 */
record AnalysedBatch(
        List<String> paths,
        List<String> reused,
        List<Finding> findings,
        List<Unread> unread,
        int secretsMasked,
        int findingsDropped,
        List<Suppression> suppressed,
        Duration executing,
        Duration merging) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    AnalysedBatch {
        paths = List.copyOf(paths);
        reused = List.copyOf(reused);
        findings = List.copyOf(findings);
        unread = List.copyOf(unread);
        suppressed = List.copyOf(suppressed);
    }

    /** An analyser's failure on a file. */
    record Unread(String engine, String path, String reason) {}

    String toJson() {
        return JSON.writeValueAsString(new Stored(
                paths,
                reused,
                JSON.readTree(ReviewJson.issues(findings)),
                unread,
                secretsMasked,
                findingsDropped,
                suppressed,
                executing.toMillis(),
                merging.toMillis()));
    }

    static AnalysedBatch fromJson(String json) {
        Stored stored = JSON.readValue(json, Stored.class);
        return new AnalysedBatch(
                stored.paths(),
                Optional.ofNullable(stored.reused()).orElse(List.of()),
                ReviewJson.toIssues(stored.issues().toString()),
                stored.unread(),
                stored.secretsMasked(),
                stored.findingsDropped(),
                stored.suppressed(),
                Duration.ofMillis(stored.executingMillis()),
                Duration.ofMillis(stored.mergingMillis()));
    }

    private record Stored(
            List<String> paths,
            @Nullable List<String> reused,
            JsonNode issues,
            List<Unread> unread,
            int secretsMasked,
            int findingsDropped,
            List<Suppression> suppressed,
            long executingMillis,
            long mergingMillis) {}
}
