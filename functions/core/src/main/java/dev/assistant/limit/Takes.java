package dev.assistant.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The takes of one key: what a limiter has to remember to be exact. Immutable.
 *
 * @param times when each take was, in milliseconds, oldest first
 */
public record Takes(List<Instant> times) {
    public Takes {
        times = times.stream().map(Takes::inMillis).sorted().toList();
    }

    /** What one more take would be answered. */
    public Allowance ask(Limit limit, Instant now) {
        List<Instant> counted = counted(limit, inMillis(now));
        int left = limit.max() - counted.size();
        if (left > 0) {
            return new Allowance(limit, true, left - 1, limit.window());
        }
        // Allowed again once so many have left the window that one more fits.
        Instant decisive = counted.get(counted.size() - limit.max());
        return new Allowance(limit, false, 0, Duration.between(inMillis(now), decisive.plus(limit.window())));
    }

    /** The takes after one more; those that no longer count are forgotten. */
    public Takes with(Limit limit, Instant now) {
        return new Takes(Stream.concat(counted(limit, inMillis(now)).stream(), Stream.of(now))
                .toList());
    }

    /** The takes as if the one at that moment had not been. */
    public Takes without(Instant taken) {
        List<Instant> others = new ArrayList<>(times);
        others.remove(inMillis(taken));
        return new Takes(others);
    }

    /** Those within the window that ends now. A take counts until exactly one window later. */
    private List<Instant> counted(Limit limit, Instant now) {
        Instant start = now.minus(limit.window());
        return times.stream().filter(start::isBefore).toList();
    }

    private static Instant inMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
