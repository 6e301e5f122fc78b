package dev.assistant.adapters.report;

import dev.assistant.review.ReviewDecision;
import dev.assistant.review.ReviewDecision.Outcome;
import dev.assistant.review.ReviewDecision.Part;
import java.util.stream.Collectors;

/** What the review of a feature comes to, in Markdown. */
final class DecisionSection {
    private DecisionSection() {}

    static String of(ReviewDecision made) {
        String reasons = made.reasons().stream()
                .map(reason -> "- " + MarkdownText.line(reason) + "\n")
                .collect(Collectors.joining());
        String parts = made.parts().stream().map(DecisionSection::part).collect(Collectors.joining());
        return "## Decision: %s\n\n%s\n%s\n%s"
                .formatted(words(made.outcome()), MarkdownText.prose(made.summary()), reasons, parts);
    }

    private static String part(Part part) {
        return "**%s** (%s): %s\n\n%s\n"
                .formatted(
                        MarkdownText.line(part.name()),
                        MarkdownText.line(part.agent()),
                        part.outcome().map(DecisionSection::words).orElse("did not come to its end"),
                        MarkdownText.prose(part.summary()));
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case APPROVE -> "approve";
            case NEEDS_WORK -> "needs work";
            case REJECT -> "reject";
        };
    }
}
