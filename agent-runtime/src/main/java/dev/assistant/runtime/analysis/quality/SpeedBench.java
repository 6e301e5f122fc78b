package dev.assistant.runtime.analysis.quality;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.engine.SourceCodeEngine;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Measures the engine in a fresh process: {@code language ID} reads files of one language, first one and then many;
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
        try (SourceCodeEngine engine = new SourceCodeEngine(SyntaxParser.Limits.usual())) {
            engine.analyse(files.subList(0, 1));
            double cold = seconds(start);
            engine.analyse(files);
            start = System.nanoTime();
            engine.analyse(files);
            double warm = seconds(start);
            out.printf(
                    "%-11s first file %4.0f ms with loading; warm %6.0f files/s, %7.0f lines/s (%d files)%n",
                    language.id(), cold * 1000, files.size() / warm, lines(files) / warm, files.size());
        }
    }

    private void files(int count) throws IOException, InterruptedException {
        List<SourceFile> files =
                folder.isPresent() ? SampleCode.in(folder.get(), Optional.empty(), count) : SampleCode.mixed(count);
        long start = System.nanoTime();
        try (SourceCodeEngine engine = new SourceCodeEngine(SyntaxParser.Limits.usual())) {
            int findings = 0;
            int unread = 0;
            List<List<SourceFile>> parts = engine.parts(files);
            for (List<SourceFile> part : parts) {
                Analysis analysis = engine.analyse(part);
                findings += analysis.evidence().size();
                unread += analysis.unread().size();
            }
            double time = seconds(start);
            out.printf(
                    "%5d files, %7d lines, in %d part(s): %6.1f s cold, %5.0f files/s, %7.0f lines/s, %6.1f s of processor time; heap %4d MB at most, %4d MB of it in use; %d findings, %d files not read to the end%n",
                    files.size(),
                    lines(files),
                    parts.size(),
                    time,
                    files.size() / time,
                    lines(files) / time,
                    processorSeconds(),
                    heap(MemoryPoolMXBean::getPeakUsage) >> 20,
                    heap(MemoryPoolMXBean::getCollectionUsage) >> 20,
                    findings,
                    unread);
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

    /** In bytes; what the last collection left is what was in use then. */
    private static long heap(Function<MemoryPoolMXBean, MemoryUsage> usage) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(usage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
