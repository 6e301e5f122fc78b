package dev.assistant.runtime.analysis.sonar;

import dev.assistant.runtime.analysis.sonar.bridge.AnalysisTask.ActiveRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of one plugin that the policy wants, with what their findings are worth. Immutable. */
final class AppliedRules {
    private final Map<String, Applied> byKey;

    AppliedRules(RuleCatalogue catalogue, RulePolicy policy) {
        Map<String, Applied> applied = new HashMap<>();
        for (Rule rule : catalogue.all()) {
            policy.worth(rule).ifPresent(worth -> applied.put(rule.key(), new Applied(rule, worth)));
        }
        byKey = Map.copyOf(applied);
    }

    /** A rule and what its findings are worth. */
    record Applied(Rule rule, RulePolicy.Worth worth) {}

    Optional<Applied> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Collection<Applied> all() {
        return byKey.values();
    }

    /** The rules for the languages: the engine is slower with each one that it is given in vain. */
    List<ActiveRule> of(Set<String> languages) {
        return byKey.values().stream()
                .map(Applied::rule)
                .filter(rule -> languages.contains(rule.language()))
                .map(rule -> new ActiveRule(rule.key(), rule.language(), rule.parameters()))
                .toList();
    }
}
