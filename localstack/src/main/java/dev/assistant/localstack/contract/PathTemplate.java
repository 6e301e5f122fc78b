package dev.assistant.localstack.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with parameters, such as {@code /api/v1/users/{id}}; a parameter takes one segment that is not empty. Templates
 * sort the more literal first, segment by segment, as API Gateway prefers them, among those of the same number of segments: no
 * others can fit the same path, and an order across them would not be transitive. Immutable.
 */
record PathTemplate(String text, List<String> segments) implements Comparable<PathTemplate> {

    PathTemplate(String text) {
        this(text, segmentsOf(text));
    }

    /** The parameters' values as they stand in the path, or empty when the path is another. */
    Optional<Map<String, String>> match(String path) {
        List<String> given = segmentsOf(path);
        if (given.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String segment = segments.get(i);
            if (isParameter(segment) && !given.get(i).isEmpty()) {
                parameters.put(segment.substring(1, segment.length() - 1), given.get(i));
            } else if (!segment.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    @Override
    public int compareTo(PathTemplate other) {
        int longer = Integer.compare(segments.size(), other.segments.size());
        if (longer != 0) {
            return longer;
        }
        for (int i = 0; i < segments.size(); i++) {
            int order = Boolean.compare(isParameter(segments.get(i)), isParameter(other.segments.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return text.compareTo(other.text);
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> segmentsOf(String path) {
        return List.of(path.split("/", -1));
    }
}
