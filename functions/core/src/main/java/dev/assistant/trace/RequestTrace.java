package dev.assistant.trace;

import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request's place in its trace: it goes on with what the client (W3C Trace Context) or else the gateway (X-Ray) began, or begins
 * one. Its span is written down as the request's line in the log, so that a function's start has no tracing library to load.
 *
 * @param span the request's own
 * @param parent the span that asked for it
 */
public record RequestTrace(TraceContext span, Optional<String> parent) {
    /** {@code Root=1-<8 digits>-<24 digits>;Parent=<16 digits>;Sampled=1} (AWS X-Ray developer guide, "Tracing header"). */
    private static final Pattern XRAY =
            Pattern.compile("(?:.*;)?Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:;(?:.*;)?Parent=([0-9a-f]{16}))?(?:;.*)?");

    /** @param headers a header's value by its name in lower case */
    public static RequestTrace of(Function<String, Optional<String>> headers, RandomGenerator random) {
        return headers.apply("traceparent")
                .flatMap(TraceContext::parse)
                .map(parent -> new RequestTrace(parent.next(random), Optional.of(parent.spanId())))
                .or(() -> headers.apply("x-amzn-trace-id").flatMap(header -> ofGateway(header, random)))
                .orElseGet(() -> new RequestTrace(TraceContext.start(random), Optional.empty()));
    }

    private static Optional<RequestTrace> ofGateway(String header, RandomGenerator random) {
        Matcher parts = XRAY.matcher(header);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String span = TraceContext.start(random).spanId();
        return TraceContext.parse("00-" + parts.group(1) + parts.group(2) + "-" + span + "-01")
                .map(own -> new RequestTrace(own, Optional.ofNullable(parts.group(3))));
    }
}
