package dev.assistant.runtime.analysis.sonar.bridge;

import dev.assistant.review.TextRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What came of a task. Nothing in it holds code but the messages of issues.
 *
 * @param unparsed files that the plugin could not read, by path, with the line where it gave up if it said so
 * @param ignored files that the plugin chose not to look at
 * @param breakdown whether the plugin broke down on the way, so that any file may have been missed
 */
public record AnalysisAnswer(
        List<Issue> issues, Map<String, Optional<Integer>> unparsed, Set<String> ignored, boolean breakdown) {
    public AnalysisAnswer {
        issues = List.copyOf(issues);
        unparsed = Map.copyOf(unparsed);
        ignored = Set.copyOf(ignored);
    }

    /**
     * A rule's report.
     *
     * @param range empty when the whole file is meant
     * @param related places that explain it, in the plugin's order
     * @param isFlow whether the related places are the steps of one flow, its end first
     */
    public record Issue(
            String rule,
            String path,
            Optional<TextRange> range,
            String message,
            List<Place> related,
            boolean isFlow,
            List<QuickFix> fixes) {
        public Issue {
            related = List.copyOf(related);
            fixes = List.copyOf(fixes);
        }
    }

    /** A place in a file, with what the plugin says about it; the message may be empty. */
    public record Place(String path, TextRange range, String message) {}

    /** Edits of the issue's own file that do not overlap and together make the issue go away. */
    public record QuickFix(String description, List<Edit> edits) {
        public QuickFix {
            edits = List.copyOf(edits);
        }
    }

    /** A stretch of the file replaced. */
    public record Edit(TextRange range, String replacement) {}
}
