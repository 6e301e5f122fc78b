package dev.assistant.runtime.analysis.sonar.engine;

import dev.assistant.runtime.analysis.sonar.bridge.DocumentedRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sonar.api.server.rule.RulesDefinition;
import org.sonarsource.sonarlint.core.plugin.commons.LoadedPlugins;
import org.sonarsource.sonarlint.core.rule.extractor.RulesDefinitionExtractorContainer;

/** Reads what the loaded plugins document about their rules. */
final class RuleDocumentation {
    private static final String CWE = "cwe:";

    private final RulesDefinitionExtractorContainer container;

    RuleDocumentation(LoadedPlugins plugins) {
        container = new RulesDefinitionExtractorContainer(plugins.getAllPluginInstancesByKeys());
    }

    /** Every rule that can be used as it is, in the order of their keys. */
    List<DocumentedRule> rules() {
        container.execute();
        return container.getRulesDefinitionContext().repositories().stream()
                .filter(repository -> !repository.isExternal())
                .flatMap(repository -> repository.rules().stream())
                .filter(rule -> !rule.template())
                .map(RuleDocumentation::document)
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
    }

    private static DocumentedRule document(RulesDefinition.Rule rule) {
        return new DocumentedRule(
                rule.repository().key() + ":" + rule.key(),
                rule.repository().language(),
                rule.name(),
                rule.type().name(),
                rule.severity(),
                rule.activatedByDefault(),
                rule.tags(),
                weaknesses(rule),
                Optional.ofNullable(rule.htmlDescription()).orElse(""),
                parameters(rule));
    }

    private static List<Integer> weaknesses(RulesDefinition.Rule rule) {
        return rule.securityStandards().stream()
                .filter(standard -> standard.startsWith(CWE))
                .map(standard -> Integer.valueOf(standard.substring(CWE.length())))
                .sorted()
                .toList();
    }

    private static Map<String, String> parameters(RulesDefinition.Rule rule) {
        return rule.params().stream()
                .filter(parameter -> parameter.defaultValue() != null)
                .collect(Collectors.toMap(
                        RulesDefinition.Param::key, parameter -> String.valueOf(parameter.defaultValue())));
    }
}
