package dev.assistant.runtime.review;

import dev.assistant.review.Evidence;
import dev.assistant.review.Fix;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysedText;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.AnalysisEngine.UnreadFile;
import dev.assistant.runtime.analysis.Lines;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps only the fixes that hold: each is applied to its file alone, the file must parse no worse than before, and the analyser
 * that proposed it must then report less, with nothing new. The others are dropped; their findings stay.
 */
final class ProvenFixes {
    /** Each costs the analysis of its file again; what comes after these in one file is not offered. */
    private static final int MOST_OF_A_FILE = 40;

    /** Some small ones are always tried; more, as long as proving them costs no more than the analysis did. */
    private static final int CHARACTERS = 400_000;

    private static final int LONGEST_FILE = 200_000;

    private final SyntaxParser parser = new SyntaxParser(SyntaxParser.Limits.usual());

    /** The reports of an analyser on some files, without the fixes that do not hold. */
    List<Evidence> of(AnalysisEngine engine, List<SourceFile> files, List<Evidence> evidence)
            throws InterruptedException {
        Map<Evidence, SourceFile> tried = tried(files, evidence);
        if (tried.isEmpty()) {
            return evidence.stream().map(ProvenFixes::withoutFix).toList();
        }
        Analysis after = engine.analyse(List.copyOf(tried.values()));
        return evidence.stream()
                .map(report -> holds(report, Optional.ofNullable(tried.get(report)), evidence, after)
                        ? report
                        : withoutFix(report))
                .toList();
    }

    /** The files as they would be, each with one fix applied. */
    private Map<Evidence, SourceFile> tried(List<SourceFile> files, List<Evidence> evidence) {
        Map<String, SourceFile> byPath =
                files.stream().collect(Collectors.toMap(SourceFile::path, Function.identity(), (one, other) -> one));
        long left = Math.max(
                CHARACTERS,
                files.stream().mapToLong(file -> file.content().length()).sum());
        Map<String, Integer> ofFile = new HashMap<>();
        Map<Evidence, SourceFile> tried = new LinkedHashMap<>();
        for (Evidence report : evidence) {
            SourceFile file = byPath.get(report.path());
            if (report.fix().isEmpty()
                    || file == null
                    || file.content().length() > left
                    || ofFile.merge(report.path(), 1, Integer::sum) > MOST_OF_A_FILE) {
                continue;
            }
            Optional<SourceFile> changed =
                    applied(file, report.fix().get(), tried.size()).filter(applied -> parsesAsWell(file, applied));
            if (changed.isPresent()) {
                tried.put(report, changed.get());
                left -= file.content().length();
            }
        }
        return tried;
    }

    private static Optional<SourceFile> applied(SourceFile file, Fix fix, int number) {
        if (file.content().length() > LONGEST_FILE) {
            return Optional.empty();
        }
        String text = AnalysedText.of(file);
        Lines lines = new Lines(text);
        int from = lines.offset(fix.range().startLine(), fix.range().startColumn());
        int to = lines.offset(fix.range().endLine(), fix.range().endColumn());
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        String changed = text.substring(0, from) + fix.replacement() + text.substring(to);
        return Optional.of(new SourceFile("fix-" + number + "/" + file.path(), file.language(), changed));
    }

    private boolean parsesAsWell(SourceFile before, SourceFile after) {
        if (!SyntaxParser.covers(before.language())) {
            return true;
        }
        try {
            return mistakes(after) <= mistakes(before);
        } catch (SyntaxParser.NotParsed notParsed) {
            return false;
        }
    }

    private int mistakes(SourceFile file) throws SyntaxParser.NotParsed {
        SyntaxTree tree = parser.parse(new SourceText(file));
        int mistakes = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.type(node).equals("ERROR")) {
                mistakes++;
            }
        }
        return mistakes;
    }

    private static boolean holds(Evidence report, Optional<SourceFile> changed, List<Evidence> before, Analysis after) {
        if (changed.isEmpty()) {
            return false;
        }
        String path = changed.get().path();
        boolean read = after.unread().stream().map(UnreadFile::path).noneMatch(path::equals);
        List<Evidence> reported = on(report.path(), before);
        List<Evidence> left = on(path, after.evidence());
        return read && left.size() < reported.size() && ofRule(report, left) < ofRule(report, reported);
    }

    private static List<Evidence> on(String path, List<Evidence> evidence) {
        return evidence.stream().filter(report -> report.path().equals(path)).toList();
    }

    private static long ofRule(Evidence report, List<Evidence> evidence) {
        return evidence.stream()
                .filter(other -> other.ruleId().equals(report.ruleId()))
                .count();
    }

    private static Evidence withoutFix(Evidence report) {
        return report.fix().isEmpty()
                ? report
                : new Evidence(
                        report.engine(),
                        report.ruleId(),
                        report.severity(),
                        report.category(),
                        report.path(),
                        report.range(),
                        report.message(),
                        report.suggestion(),
                        Optional.empty(),
                        report.cwe(),
                        report.confidence(),
                        report.related());
    }
}
