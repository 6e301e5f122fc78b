package dev.assistant.localstack;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** The lines that the person sees who starts the stack; everything else goes to logs. Thread-safe. */
final class Progress {

    private static final String LINE = "  %-16s %5.1f s%n";

    private final PrintStream out;
    private final long start;

    private Progress(PrintStream out, long start) {
        this.out = out;
        this.start = start;
    }

    /** @param file what the lines are written to, such as {@code /dev/fd/3} */
    static Progress to(String file) {
        try {
            PrintStream out = new PrintStream(new FileOutputStream(file, true), true, StandardCharsets.UTF_8);
            return new Progress(out, System.nanoTime());
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Does something and says how long it took. */
    <T> T step(String name, Supplier<T> work) {
        long begin = System.nanoTime();
        T result = work.get();
        out.printf(Locale.ROOT, LINE, name, seconds(begin));
        return result;
    }

    void line(String line) {
        out.println(line);
    }

    /** Says how long all steps took. */
    void total() {
        out.printf(Locale.ROOT, LINE, "all", seconds(start));
    }

    private static double seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }
}
