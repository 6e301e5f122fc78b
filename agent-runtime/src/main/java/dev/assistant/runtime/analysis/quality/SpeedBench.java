package dev.assistant.runtime.analysis.quality;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Measures the own analysers in a fresh process: {@code language ID} reads files of one language, first one and then many;
 * {@code files N} reads a submission of so many files. A folder may follow.
 */
public final class SpeedBench {
    private static final int MANY = 200;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final Optional<Path> folder;

    private SpeedBench(PrintStream out, Optional<Path> folder) {
        this.out = out;
        this.folder = folder;
    }

    /** Takes what to measure; see the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("usage: speed language ID [DIR] | speed files N [DIR]");
        }
        Optional<Path> folder = arguments.length > 2 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
        SpeedBench bench = new SpeedBench(new PrintStream(System.out, true, StandardCharsets.UTF_8), folder);
        if (arguments[0].equals("language")) {
            bench.language(language(arguments[1]));
        } else {
            bench.files(Integer.parseInt(arguments[1]));
        }
    }

    private static Language language(String id) {
        return Arrays.stream(Language.values())
                .filter(language -> language.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown language " + id));
    }

    private void language(Language language) throws IOException, InterruptedException {
        List<SourceFile> files = folder.isPresent()
                ? SampleCode.in(folder.get(), Optional.of(language), MANY)
                : SampleCode.of(language, MANY);
        if (files.isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        try (OwnAnalysers analysers = new OwnAnalysers()) {
            analysers.read(files.subList(0, 1));
            double cold = seconds(start);
            analysers.read(files);
            start = System.nanoTime();
            analysers.read(files);
            double warm = seconds(start);
            out.printf(
                    "%-11s first file %4.0f ms with loading; warm %6.0f files/s, %7.0f lines/s (%d files, %d lines)%n",
                    language.id(), cold * 1000, files.size() / warm, lines(files) / warm, files.size(), lines(files));
        }
    }

    private void files(int count) throws IOException, InterruptedException {
        List<SourceFile> files =
                folder.isPresent() ? SampleCode.in(folder.get(), Optional.empty(), count) : SampleCode.mixed(count);
        LiveHeap heap = LiveHeap.watched();
        long start = System.nanoTime();
        try (OwnAnalysers analysers = new OwnAnalysers()) {
            OwnAnalysers.Read read = analysers.read(files);
            double time = seconds(start);
            out.printf(
                    "%5d files, %7d lines, in %d part(s): %6.1f s cold, %5.0f files/s, %7.0f lines/s, %6.1f s of processor time; heap %4d MB with garbage, %s without; %d findings, %d files not read to the end%n",
                    files.size(),
                    lines(files),
                    read.parts(),
                    time,
                    files.size() / time,
                    lines(files) / time,
                    processorSeconds(),
                    peak() >> 20,
                    heap.most() == 0 ? "never full" : (heap.most() >> 20) + " MB",
                    read.findings(),
                    read.unread());
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / NANOS;
    }

    private static long lines(List<SourceFile> files) {
        return files.stream().mapToLong(SourceFile::lines).sum();
    }

    private static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000.0;
    }

    /** In bytes. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
