package dev.assistant.runtime.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reviewing workflow, by what it differs in from the others.
 *
 * @param name of the workflow
 * @param lead the agent who says what is looked at and what came of it
 * @param decides whether it ends in a decision about the whole
 * @param agents who review besides the analysers; empty without a model
 */
public record ReviewKind(String name, String lead, boolean decides, Optional<AgentsReview> agents) {
    /** Two agents and one pass. */
    public static final String QUICK = "quick_code_review";

    /**
     * All there are (SPEC section 6).
     *
     * @param agents those of a workflow, by its name
     */
    public static List<ReviewKind> all(Function<String, Optional<AgentsReview>> agents) {
        return List.of(
                kind(QUICK, "code_analyzer", false, agents),
                kind("code_analysis", "code_analyzer", false, agents),
                kind("security_audit", "security_auditor", false, agents),
                kind("comprehensive_feature_review", "project_manager", true, agents));
    }

    private static ReviewKind kind(
            String name, String lead, boolean decides, Function<String, Optional<AgentsReview>> agents) {
        return new ReviewKind(name, lead, decides, agents.apply(name));
    }
}
