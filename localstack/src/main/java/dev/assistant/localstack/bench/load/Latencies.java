package dev.assistant.localstack.bench.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What each kind of request took, and how often it failed. Thread-safe. */
final class Latencies {
    private final Map<String, Kind> kinds = new ConcurrentSkipListMap<>();

    /** @param status of the answer; 0 when none came */
    void add(String kind, int status, long nanos) {
        kinds.computeIfAbsent(kind, name -> new Kind()).add(status, nanos);
    }

    /** A line for each kind and one for all of them. */
    String table() {
        StringBuilder table = new StringBuilder("%-18s%8s%10s%10s%10s%10s  %s%n"
                .formatted("operation", "count", "p50 ms", "p95 ms", "p99 ms", "max ms", "errors"));
        Kind all = new Kind();
        kinds.forEach((name, kind) -> {
            table.append(kind.line(name));
            all.addAll(kind);
        });
        return table.append(all.line("all")).toString();
    }

    /** The requests of one kind. */
    private static final class Kind {
        private long[] nanos = new long[64];
        private int count;
        private final Map<Integer, Integer> errors = new TreeMap<>();

        synchronized void add(int status, long took) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = took;
            if (status < 200 || status >= 400) {
                errors.merge(status, 1, Integer::sum);
            }
        }

        synchronized void addAll(Kind other) {
            for (int i = 0; i < other.count; i++) {
                add(200, other.nanos[i]);
            }
            other.errors.forEach((status, times) -> errors.merge(status, times, Integer::sum));
        }

        synchronized String line(String name) {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return String.format(
                    Locale.ROOT,
                    "%-18s%8d%10.1f%10.1f%10.1f%10.1f  %s%n",
                    name,
                    count,
                    quantile(sorted, 0.5),
                    quantile(sorted, 0.95),
                    quantile(sorted, 0.99),
                    quantile(sorted, 1),
                    errors.isEmpty() ? "none" : errors);
        }

        /** Nearest rank, in milliseconds. */
        private static double quantile(long[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
        }
    }
}
