package dev.assistant.runtime.codebase.quality;

import dev.assistant.runtime.codebase.embedding.MiniLmEmbedder;
import dev.assistant.runtime.codebase.index.CodeIndex;
import dev.assistant.runtime.codebase.index.CodeQuery;
import dev.assistant.runtime.codebase.index.IndexLimits;
import dev.assistant.runtime.codebase.index.IndexReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Indexes CoSQA's functions and asks its questions: {@code with|without FOLDER}, docstrings meant. */
public final class SearchBench {
    private static final int DEPTH = 10;
    private static final double NANOS = 1e9;
    private static final Path PROCESS_STATUS = Path.of("/proc/self/status");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private SearchBench() {}

    /** Takes what to measure; see the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 2 || !List.of("with", "without").contains(arguments[0])) {
            throw new IllegalArgumentException("usage: search with|without FOLDER");
        }
        CoSqa set = CoSqa.in(Path.of(arguments[1]), arguments[0].equals("with"));
        new SearchBench().run(arguments[0] + " docstrings", set);
    }

    private void run(String title, CoSqa set) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("search-bench");
        try (MiniLmEmbedder embedder = new MiniLmEmbedder(Runtime.getRuntime().availableProcessors());
                CodeIndex index = CodeIndex.open(folder, embedder, IndexLimits.STANDARD)) {
            IndexReport report = index.update(set.functions());
            double processor = processorSeconds();
            out.printf(
                    "%s: %,d functions, %,d chunks in %.0f s (%.0f chunks/s; %.0f s of processor time, start included), index %.1f MB%n",
                    title,
                    report.files(),
                    report.chunks(),
                    seconds(report.duration()),
                    report.chunks() / seconds(report.duration()),
                    processor,
                    index.stats().bytes() / 1e6);
            long start = System.nanoTime();
            List<Integer> ranks = set.questions().stream()
                    .map(question -> rank(index, question))
                    .toList();
            double each = (System.nanoTime() - start) / 1e6 / ranks.size();
            out.printf(
                    "%s: MRR@10 %.3f, recall@1 %.3f, @5 %.3f, @10 %.3f over %d questions, %.0f ms each; %s%n",
                    title,
                    ranks.stream()
                            .mapToDouble(rank -> rank > DEPTH ? 0 : 1.0 / rank)
                            .average()
                            .orElse(0),
                    recall(ranks, 1),
                    recall(ranks, 5),
                    recall(ranks, DEPTH),
                    ranks.size(),
                    each,
                    memory());
        } finally {
            delete(folder);
        }
    }

    /** From 1; beyond the depth when it was not found. */
    private static int rank(CodeIndex index, CoSqa.Question question) {
        List<String> found = index.search(CodeQuery.of(question.text(), DEPTH)).stream()
                .map(hit -> hit.chunk().path())
                .distinct()
                .toList();
        int place = found.indexOf(question.answer());
        return place < 0 ? DEPTH + 1 : place + 1;
    }

    private static double recall(List<Integer> ranks, int depth) {
        return ranks.stream().filter(rank -> rank <= depth).count() / (double) ranks.size();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    private static double processorSeconds() {
        return seconds(ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    private static String memory() throws IOException {
        if (!Files.exists(PROCESS_STATUS)) {
            return "memory unknown";
        }
        try (Stream<String> lines = Files.lines(PROCESS_STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> "resident at most " + Long.parseLong(line.replaceAll("\\D", "")) / 1000 + " MB")
                    .findFirst()
                    .orElse("memory unknown");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
