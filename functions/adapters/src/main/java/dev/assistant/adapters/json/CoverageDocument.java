package dev.assistant.adapters.json;

import dev.assistant.review.Coverage;
import dev.assistant.review.FileCoverage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A receipt on the wire. Grows only by optional fields. */
record CoverageDocument(List<FileDocument> files, int secretsMasked, int findingsDropped) {

    static CoverageDocument of(Coverage coverage) {
        return new CoverageDocument(
                coverage.files().stream().map(FileDocument::of).toList(),
                coverage.secretsMasked(),
                coverage.findingsDropped());
    }

    Coverage toCoverage() {
        return new Coverage(files.stream().map(FileDocument::toFileCoverage).toList(), secretsMasked, findingsDropped);
    }

    /** What became of a file, on the wire. */
    record FileDocument(
            String path, String status, @Nullable String reason, int lines) {
        static FileDocument of(FileCoverage file) {
            return new FileDocument(
                    file.path(), file.status().id(), file.reason().orElse(null), file.lines());
        }

        FileCoverage toFileCoverage() {
            return new FileCoverage(
                    path, WireNames.constant(FileCoverage.Status.class, status), Optional.ofNullable(reason), lines);
        }
    }
}
