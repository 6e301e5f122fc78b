package dev.assistant.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span as others refer to it (W3C Trace Context, level 1). Holds nothing about people or code. Immutable.
 *
 * <p>While a request is worked on, its span is around as {@link #current}: what stores a job writes it down without every layer
 * between having to hand it on.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 of them, not all zero
 * @param sampled whether spans of this trace are to be kept
 */
public record TraceContext(String traceId, String spanId, boolean sampled) {
    private static final ScopedValue<TraceContext> CURRENT = ScopedValue.newInstance();
    private static final Pattern TRACEPARENT = Pattern.compile(
            "(?<version>[0-9a-f]{2})-(?<trace>[0-9a-f]{32})-(?<span>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<rest>-.*)?");
    private static final String FIRST_VERSION = "00";
    private static final String NO_VERSION = "ff";
    private static final int HEXADECIMAL = 16;

    public TraceContext {
        if (!isId(traceId, 32) || !isId(spanId, 16)) {
            throw new IllegalArgumentException("an id of a trace or span is hexadecimal, and not zero");
        }
    }

    /** What a {@code traceparent} header says; empty when it is malformed, which is as if it were not there. */
    public static Optional<TraceContext> parse(String traceparent) {
        Matcher parts = TRACEPARENT.matcher(traceparent);
        if (!parts.matches()
                || parts.group("version").equals(NO_VERSION)
                || (parts.group("version").equals(FIRST_VERSION) && parts.group("rest") != null)
                || isZero(parts.group("trace"))
                || isZero(parts.group("span"))) {
            return Optional.empty();
        }
        boolean sampled = (Integer.parseInt(parts.group("flags"), HEXADECIMAL) & 1) == 1;
        return Optional.of(new TraceContext(parts.group("trace"), parts.group("span"), sampled));
    }

    /** The first span of a new trace. */
    public static TraceContext start(RandomGenerator random) {
        return new TraceContext(
                digits(random.nextLong()) + digits(random.nextLong() | 1), digits(random.nextLong() | 1), true);
    }

    /** Another span of the same trace. */
    public TraceContext next(RandomGenerator random) {
        return new TraceContext(traceId, digits(random.nextLong() | 1), sampled);
    }

    /** The span that the calling thread works on. */
    public static Optional<TraceContext> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Does work that belongs to this span. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** As a {@code traceparent} header, 55 characters. */
    public String traceparent() {
        return FIRST_VERSION + "-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    private static boolean isId(String text, int length) {
        return text.length() == length && text.matches("[0-9a-f]+") && !isZero(text);
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(digit -> digit == '0');
    }

    private static String digits(long number) {
        return HexFormat.of().toHexDigits(number);
    }
}
