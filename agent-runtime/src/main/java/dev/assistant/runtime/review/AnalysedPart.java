package dev.assistant.runtime.review;

import dev.assistant.review.Evidence;
import dev.assistant.review.SourceFile;
import dev.assistant.review.StorableEvidence;
import dev.assistant.runtime.review.AnalysedBatch.Unread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an analyser that looks across files made of a part of a submission; kept as a checkpoint, so that no part is analysed
 * twice.
 *
 * @param unread files of the part that it could not read to the end
 * @param executing how long it took
 */
record AnalysedPart(String engine, List<Evidence> evidence, List<Unread> unread, Duration executing) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    AnalysedPart {
        evidence = List.copyOf(evidence);
        unread = List.copyOf(unread);
    }

    AnalysedPart taking(Duration other) {
        return new AnalysedPart(engine, evidence, unread, other);
    }

    /** As it may be kept for later reviews of the same files. */
    AnalysedPart storable(List<SourceFile> files) {
        Map<String, List<Evidence>> byPath = evidence.stream().collect(Collectors.groupingBy(Evidence::path));
        return new AnalysedPart(
                engine,
                files.stream()
                        .flatMap(
                                file -> StorableEvidence.of(file, byPath.getOrDefault(file.path(), List.of())).stream())
                        .toList(),
                unread,
                executing);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    static AnalysedPart fromJson(String json) {
        return JSON.readValue(json, AnalysedPart.class);
    }
}
