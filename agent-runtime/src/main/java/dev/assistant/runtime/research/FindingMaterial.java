package dev.assistant.runtime.research;

import dev.assistant.review.Finding;
import dev.assistant.review.RelatedLocation;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.conversation.Conversation.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What agents are given of a finding that a question is about: what it says, and the code around its places. */
final class FindingMaterial {
    /** Lines before and after a place. */
    private static final int AROUND = 15;
    /** Data flows can be long; the others are looked up by tools. */
    private static final int MOST_PLACES = 12;

    private FindingMaterial() {}

    static List<Material> of(Finding finding, List<SourceFile> files) {
        List<Material> material = new ArrayList<>();
        material.add(new Material("the finding that the question is about", inWords(finding)));
        places(finding)
                .limit(MOST_PLACES)
                .flatMap(place -> code(place, files))
                .distinct()
                .forEach(material::add);
        return material;
    }

    private static String inWords(Finding finding) {
        String where = finding.range().map(range -> ":" + range.startLine()).orElse("");
        String steps = finding.related().stream()
                .map(step -> "- %s:%d %s".formatted(step.path(), step.range().startLine(), step.message()))
                .collect(Collectors.joining("\n"));
        return Stream.of(
                        "%s%s, %s, %s, rule %s, reported by %s"
                                .formatted(
                                        finding.path(),
                                        where,
                                        finding.severity().id(),
                                        finding.category().id(),
                                        finding.ruleId(),
                                        String.join(", ", finding.sources())),
                        finding.message(),
                        finding.suggestion().map(text -> "Suggestion: " + text).orElse(""),
                        finding.quote().isEmpty() ? "" : "Lines:\n" + finding.quote(),
                        steps.isEmpty() ? "" : "Steps, the source first:\n" + steps)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static Stream<RelatedLocation> places(Finding finding) {
        Optional<RelatedLocation> own =
                finding.range().map(range -> new RelatedLocation(finding.path(), range, finding.message()));
        return Stream.concat(own.stream(), finding.related().stream());
    }

    /** Named as a source is, by path and lines. */
    private static Stream<Material> code(RelatedLocation place, List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.path().equals(place.path()))
                .limit(1)
                .map(file -> around(file, place.range()));
    }

    private static Material around(SourceFile file, TextRange range) {
        List<String> lines = file.content().lines().toList();
        int first = Math.clamp(range.startLine() - AROUND, 1, Math.max(1, lines.size()));
        int last = Math.min(lines.size(), range.endLine() + AROUND);
        return new Material(
                "%s:%d-%d".formatted(file.path(), first, last), String.join("\n", lines.subList(first - 1, last)));
    }
}
