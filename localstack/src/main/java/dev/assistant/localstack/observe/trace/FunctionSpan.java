package dev.assistant.localstack.observe.trace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A function's span of a request: the line that it writes about it to its log. */
public final class FunctionSpan {
    private static final int FIRST_ERROR = 500;
    private static final List<String> ATTRIBUTES = List.of("request_id", "status", "credential", "failure");

    private FunctionSpan() {}

    /** @param line one whose {@code event} is {@code request} */
    public static Span of(JsonNode line) {
        Instant start = Instant.parse(line.path("time").asString());
        Map<String, String> attributes = ATTRIBUTES.stream()
                .filter(line::hasNonNull)
                .collect(Collectors.toMap(name -> name, name -> line.path(name).asString()));
        return new Span(
                line.path("trace_id").asString(),
                line.path("span_id").asString(),
                Optional.ofNullable(line.get("parent_span_id")).map(JsonNode::asString),
                "function " + line.path("function").asString(),
                line.path("operation").asString(),
                start,
                start.plusMillis(line.path("duration_ms").asLong()),
                line.path("status").asInt() >= FIRST_ERROR,
                attributes);
    }
}
