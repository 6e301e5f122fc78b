package dev.assistant.adapters.json;

import dev.assistant.review.ReviewDecision;
import dev.assistant.review.ReviewDecision.Outcome;
import dev.assistant.review.ReviewDecision.Part;
import java.util.List;
import java.util.Optional;

/** What the review of a feature comes to, on the wire. Grows only by optional fields. */
record DecisionDocument(String decision, String summary, List<String> reasons, List<PartDocument> parts) {
    static DecisionDocument of(ReviewDecision made) {
        return new DecisionDocument(
                made.outcome().name(),
                made.summary(),
                made.reasons(),
                made.parts().stream().map(PartDocument::of).toList());
    }

    ReviewDecision toDecision() {
        return new ReviewDecision(
                Outcome.valueOf(decision),
                summary,
                reasons,
                parts.stream().map(PartDocument::toPart).toList());
    }

    /** One of the reviews that were held side by side, on the wire. */
    record PartDocument(String name, String agent, String outcome, String summary) {
        private static final String FAILED = "FAILED";

        static PartDocument of(Part part) {
            return new PartDocument(
                    part.name(), part.agent(), part.outcome().map(Outcome::name).orElse(FAILED), part.summary());
        }

        Part toPart() {
            return new Part(
                    name,
                    agent,
                    Optional.of(outcome).filter(is -> !is.equals(FAILED)).map(Outcome::valueOf),
                    summary);
        }
    }
}
