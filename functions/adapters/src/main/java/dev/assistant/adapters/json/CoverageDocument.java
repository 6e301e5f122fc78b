package dev.assistant.adapters.json;

import dev.assistant.review.Coverage;
import dev.assistant.review.FileCoverage;
import dev.assistant.review.Provenance;
import dev.assistant.review.Suppression;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A receipt on the wire. Grows only by optional fields. */
record CoverageDocument(
        List<FileDocument> files,
        int secretsMasked,
        int findingsDropped,
        @Nullable List<SuppressionDocument> suppressed,
        @Nullable String rulesVersion,
        @Nullable String codeHash,
        @Nullable List<String> models,
        @Nullable List<String> prompts) {

    static CoverageDocument of(Coverage coverage) {
        return new CoverageDocument(
                coverage.files().stream().map(FileDocument::of).toList(),
                coverage.secretsMasked(),
                coverage.findingsDropped(),
                coverage.suppressed().stream().map(SuppressionDocument::of).toList(),
                coverage.provenance().rulesVersion().orElse(null),
                coverage.provenance().code().orElse(null),
                coverage.provenance().models(),
                coverage.provenance().prompts());
    }

    Coverage toCoverage() {
        return new Coverage(
                files.stream().map(FileDocument::toFileCoverage).toList(),
                secretsMasked,
                findingsDropped,
                suppressed == null
                        ? List.of()
                        : suppressed.stream()
                                .map(SuppressionDocument::toSuppression)
                                .toList(),
                new Provenance(
                        Optional.ofNullable(rulesVersion),
                        Optional.ofNullable(codeHash),
                        models == null ? List.of() : models,
                        prompts == null ? List.of() : prompts));
    }

    /** A finding that the code asks not to report, on the wire. */
    record SuppressionDocument(String path, int line, String ruleId, String reason) {
        static SuppressionDocument of(Suppression suppression) {
            return new SuppressionDocument(
                    suppression.path(), suppression.line(), suppression.ruleId(), suppression.reason());
        }

        Suppression toSuppression() {
            return new Suppression(path, line, ruleId, reason);
        }
    }

    /** What became of a file, on the wire. */
    record FileDocument(
            String path,
            String status,
            @Nullable String reason,
            int lines,
            @Nullable Boolean reused) {
        static FileDocument of(FileCoverage file) {
            return new FileDocument(
                    file.path(), file.status().id(), file.reason().orElse(null), file.lines(), file.reused());
        }

        FileCoverage toFileCoverage() {
            return new FileCoverage(
                    path,
                    WireNames.constant(FileCoverage.Status.class, status),
                    Optional.ofNullable(reason),
                    lines,
                    Boolean.TRUE.equals(reused));
        }
    }
}
