package dev.assistant.adapters.report;

import java.util.Optional;

/** Where people can read about rules. */
@FunctionalInterface
public interface RulePages {
    /** The address of a rule's page; empty when it has none. */
    Optional<String> of(String ruleId);
}
