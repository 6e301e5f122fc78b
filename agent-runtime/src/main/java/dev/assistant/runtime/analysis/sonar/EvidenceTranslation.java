package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.Evidence;
import dev.assistant.review.Fix;
import dev.assistant.review.RelatedLocation;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.analysis.AnalysedText;
import dev.assistant.runtime.analysis.Lines;
import dev.assistant.runtime.analysis.sonar.bridge.AnalysisAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the plugins' issues to evidence. */
final class EvidenceTranslation {
    /** Of one rule in one file; nobody reads more, and hostile files can cause tens of thousands. */
    private static final int MOST_OF_ONE_RULE = 50;

    private static final Comparator<AnalysisAnswer.Issue> ORDER = Comparator.comparing(AnalysisAnswer.Issue::path)
            .thenComparing(issue -> issue.range().orElse(new TextRange(1, 1, 1, 1)))
            .thenComparing(AnalysisAnswer.Issue::rule);

    private final String engine;
    private final AppliedRules rules;

    EvidenceTranslation(String engine, AppliedRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    /** Evidence by path and place. */
    List<Evidence> translate(List<AnalysisAnswer.Issue> issues, Batch batch) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Lines> lines = new HashMap<>();
        List<Evidence> evidence = new ArrayList<>();
        for (AnalysisAnswer.Issue issue : issues.stream().sorted(ORDER).toList()) {
            Optional<SourceFile> file = batch.find(issue.path());
            Optional<AppliedRules.Applied> rule = rules.find(issue.rule());
            if (file.isEmpty() || rule.isEmpty()) {
                continue;
            }
            Lines text = lines.computeIfAbsent(issue.path(), path -> new Lines(AnalysedText.of(file.get())));
            if (!CredentialDoubts.dismiss(issue, rule.get().rule(), text)
                    && counts.merge(issue.path() + '\n' + issue.rule(), 1, Integer::sum) <= MOST_OF_ONE_RULE) {
                evidence.add(translate(issue, file.get(), rule.get(), text, batch));
            }
        }
        return evidence;
    }

    private Evidence translate(
            AnalysisAnswer.Issue issue, SourceFile file, AppliedRules.Applied applied, Lines lines, Batch batch) {
        Rule rule = applied.rule();
        return new Evidence(
                engine,
                rule.key(),
                applied.worth().severity(),
                applied.worth().category(),
                file.path(),
                issue.range().orElseGet(lines::first),
                (issue.message().isBlank() ? rule.name() : issue.message()).replace('`', '\''),
                Optional.of(rule.remedy().isBlank() ? rule.name() : rule.remedy()),
                issue.fixes().stream()
                        .filter(fix -> applied.worth().fixes())
                        .findFirst()
                        .flatMap(fix -> merged(fix, lines)),
                rule.cwe(),
                applied.worth().confidence(),
                related(issue, batch));
    }

    /** The plugins tell a flow from its end. */
    private static List<RelatedLocation> related(AnalysisAnswer.Issue issue, Batch batch) {
        List<RelatedLocation> related = new ArrayList<>();
        for (AnalysisAnswer.Place place : issue.related()) {
            batch.find(place.path())
                    .ifPresent(file -> related.add(new RelatedLocation(file.path(), place.range(), place.message())));
        }
        if (issue.isFlow()) {
            Collections.reverse(related);
        }
        return related;
    }

    /** One replacement that does what all the edits do: from the first to the last, with the text between them kept. */
    private static Optional<Fix> merged(AnalysisAnswer.QuickFix fix, Lines lines) {
        List<AnalysisAnswer.Edit> edits = fix.edits().stream()
                .sorted(Comparator.comparing(AnalysisAnswer.Edit::range))
                .toList();
        StringBuilder replacement = new StringBuilder();
        int from = -1;
        int at = -1;
        for (AnalysisAnswer.Edit edit : edits) {
            int start = lines.offset(edit.range().startLine(), edit.range().startColumn());
            int end = lines.offset(edit.range().endLine(), edit.range().endColumn());
            if (start < at || start < 0 || end < start) {
                return Optional.empty();
            }
            from = from < 0 ? start : from;
            replacement.append(lines.text(), at < 0 ? start : at, start).append(edit.replacement());
            at = end;
        }
        if (edits.isEmpty()) {
            return Optional.empty();
        }
        TextRange first = edits.getFirst().range();
        TextRange last = edits.getLast().range();
        return Optional.of(new Fix(
                fix.description(),
                new TextRange(first.startLine(), first.startColumn(), last.endLine(), last.endColumn()),
                replacement.toString()));
    }
}
