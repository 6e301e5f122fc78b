package dev.assistant.runtime.review;

import dev.assistant.review.Evidence;
import dev.assistant.runtime.review.AnalysedBatch.Unread;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What the analysers that look at one file at a time made of a file; kept for later reviews. */
record AnalysedUnit(List<Evidence> evidence, List<Unread> unread) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    AnalysedUnit {
        evidence = List.copyOf(evidence);
        unread = List.copyOf(unread);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    static AnalysedUnit fromJson(String json) {
        return JSON.readValue(json, AnalysedUnit.class);
    }
}
