package dev.assistant.runtime.analysis.quality;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.engine.SourceCodeEngine;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Scores the engine on a folder that holds an OWASP Benchmark. Only even-numbered tests are read. */
public final class QualityBench {
    /** CWE ids that the benchmark's one stands for, as tools name the same problem more exactly. */
    private static final Map<Integer, Set<String>> SAME = Map.of(
            94, Set.of("CWE-94", "CWE-95"),
            328, Set.of("CWE-328", "CWE-327"),
            327, Set.of("CWE-327", "CWE-326"),
            330, Set.of("CWE-330", "CWE-338"));

    private final PrintStream out;

    private QualityBench(PrintStream out) {
        this.out = out;
    }

    /** Takes the folder; with {@code --wrong CATEGORY} also lists the tests of a category that are judged wrongly. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = Arrays.asList(arguments);
        Optional<String> wrong =
                given.size() == 3 && given.get(1).equals("--wrong") ? Optional.of(given.get(2)) : Optional.empty();
        if (given.isEmpty() || (given.size() > 1 && wrong.isEmpty())) {
            throw new IllegalArgumentException("usage: quality DIR [--wrong CATEGORY]");
        }
        new QualityBench(new PrintStream(System.out, true, StandardCharsets.UTF_8))
                .run(Path.of(given.getFirst()), wrong);
    }

    private void run(Path folder, Optional<String> wrong) throws IOException, InterruptedException {
        List<LabelledTest> tests =
                LabelledTest.read(folder).stream().filter(LabelledTest::isEven).toList();
        List<SourceFile> files = files(folder, tests);
        try (SourceCodeEngine engine = new SourceCodeEngine(SyntaxParser.Limits.usual())) {
            engine.analyse(files.subList(0, Math.min(20, files.size())));
            long start = System.nanoTime();
            Analysis analysis = engine.analyse(files);
            double seconds = (System.nanoTime() - start) / 1e9;
            score(tests, analysis, wrong);
            long lines = files.stream().mapToLong(SourceFile::lines).sum();
            out.printf(
                    "%d files, %d lines in %.1f s: %.1f ms a file, %.0f lines a second; %d findings, %d files not read to the end%n",
                    files.size(),
                    lines,
                    seconds,
                    seconds * 1000 / files.size(),
                    lines / seconds,
                    analysis.evidence().size(),
                    analysis.unread().size());
        }
    }

    private void score(List<LabelledTest> tests, Analysis analysis, Optional<String> wrong) {
        Map<String, Set<String>> reported = new HashMap<>();
        for (Evidence evidence : analysis.evidence()) {
            reported.computeIfAbsent(nameOf(evidence.path()), name -> new HashSet<>())
                    .addAll(evidence.cwe());
        }
        Scorecard card = new Scorecard();
        for (LabelledTest test : tests) {
            Set<String> wanted = SAME.getOrDefault(test.cwe(), Set.of("CWE-" + test.cwe()));
            boolean found =
                    reported.getOrDefault(test.name(), Set.of()).stream().anyMatch(wanted::contains);
            card.add(test, found);
            if (wrong.filter(test.category()::equals).isPresent() && found != test.vulnerable()) {
                out.println((found ? "false positive " : "false negative ") + test.name());
            }
        }
        out.print(card);
    }

    private static String nameOf(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.substring(0, Math.max(0, file.lastIndexOf('.')));
    }

    /** The even-numbered tests and the files that they share, but no other tests. */
    private static List<SourceFile> files(Path folder, List<LabelledTest> tests) throws IOException {
        Set<String> wanted = new HashSet<>();
        tests.forEach(test -> wanted.add(test.name()));
        try (Stream<Path> all = Files.walk(folder)) {
            List<SourceFile> files = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = nameOf(file.toString());
                Optional<Language> language = language(file);
                boolean test = name.matches("BenchmarkTest\\d+");
                if (language.isPresent() && (wanted.contains(name) || !test)) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    files.add(new SourceFile(path, language.get(), Files.readString(file)));
                }
            }
            return files;
        }
    }

    private static Optional<Language> language(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".py")
                ? Optional.of(Language.PYTHON)
                : name.endsWith(".java") ? Optional.of(Language.JAVA) : Optional.empty();
    }
}
