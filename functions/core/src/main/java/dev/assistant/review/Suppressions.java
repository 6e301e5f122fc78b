package dev.assistant.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments in the code that ask not to report something: {@code assistant:ignore <rule id>[, <rule id>] -- <reason>}, at the end of
 * the line that is reported or alone on the line above. The rules must be named and a reason given; a comment without either
 * changes nothing and is reported itself. Immutable.
 */
public final class Suppressions {
    /** The rule that reports comments without a rule or a reason. */
    public static final String RULE = "assistant/suppression-without-reason";

    private static final String ENGINE = "patterns";
    private static final String MARK = "assistant:ignore";
    private static final Pattern COMMENT = Pattern.compile(
            "(?<start>#|//|--|/\\*|<!--|;)\\s*assistant:ignore\\b[ \\t]*(?<rules>[\\w:./#-]+(?:\\s*,\\s*[\\w:./#-]+)*)?"
                    + "(?:\\s+--\\s*(?<reason>[^\\r\\n]*?))?\\s*(?:\\*/|-->)?\\s*$");
    private static final int SHORTEST_REASON = 3;

    private final Map<String, Map<Integer, Asked>> byFile = new HashMap<>();
    private final List<Evidence> incomplete = new ArrayList<>();

    private record Asked(Set<String> rules, String reason) {}

    /**
     * Reports, and those of them that were asked not to be.
     *
     * @param kept also reports of comments that say no rule or reason
     */
    public record Outcome(List<Evidence> kept, List<Suppression> suppressed) {
        public Outcome {
            kept = List.copyOf(kept);
            suppressed = List.copyOf(suppressed);
        }
    }

    private Suppressions() {}

    /** Reads the comments of some files. */
    public static Suppressions in(Collection<SourceFile> files) {
        Suppressions found = new Suppressions();
        files.stream().filter(file -> file.content().contains(MARK)).forEach(found::read);
        return found;
    }

    /** Takes out what the comments ask not to report. */
    public Outcome apply(List<Evidence> evidence) {
        List<Evidence> kept = new ArrayList<>(incomplete);
        List<Suppression> suppressed = new ArrayList<>();
        for (Evidence report : evidence) {
            Optional<String> reason = reason(report);
            if (reason.isPresent()) {
                suppressed.add(
                        new Suppression(report.path(), report.range().startLine(), report.ruleId(), reason.get()));
            } else {
                kept.add(report);
            }
        }
        return new Outcome(kept, suppressed.stream().distinct().toList());
    }

    private Optional<String> reason(Evidence report) {
        return Optional.ofNullable(byFile.getOrDefault(report.path(), Map.of())
                        .get(report.range().startLine()))
                .filter(asked -> asked.rules().contains(report.ruleId()))
                .map(Asked::reason);
    }

    private void read(SourceFile file) {
        List<String> lines = file.content().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int mark = line.indexOf(MARK);
            Matcher comment = COMMENT.matcher(line);
            if (mark >= 0 && comment.find()) {
                String rules = Optional.ofNullable(comment.group("rules")).orElse("");
                String reason =
                        Optional.ofNullable(comment.group("reason")).orElse("").strip();
                if (rules.isEmpty() || reason.length() < SHORTEST_REASON) {
                    incomplete.add(incomplete(file, i + 1, comment.start(), line.length()));
                } else {
                    boolean alone = line.substring(0, comment.start()).isBlank();
                    Set<String> named = Set.copyOf(List.of(rules.split("\\s*,\\s*")));
                    byFile.computeIfAbsent(file.path(), path -> new HashMap<>())
                            .put(alone ? i + 2 : i + 1, new Asked(named, reason));
                }
            }
        }
    }

    private static Evidence incomplete(SourceFile file, int line, int from, int to) {
        return new Evidence(
                ENGINE,
                RULE,
                Severity.LOW,
                Category.MAINTAINABILITY,
                file.path(),
                new TextRange(line, from + 1, line, to + 1),
                "This comment asks not to report something, but names no rule or gives no reason; it changes nothing.",
                Optional.of("Write assistant:ignore, the rule's id, two hyphens and the reason."),
                Optional.empty(),
                List.of(),
                1.0,
                List.of());
    }
}
