package dev.assistant.adapters.report;

import dev.assistant.review.Category;
import dev.assistant.review.Finding;
import dev.assistant.review.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules and weaknesses that a report's findings name, in the order of their indexes. A report knows of a rule what its
 * findings say of it: the worst of them gives the description, the level and the score that code hosts sort by. Immutable.
 */
final class SarifRules {
    private static final String CWE = "CWE";
    private static final String CWE_PREFIX = "CWE-";
    private static final Sarif.ComponentReference TAXONOMY = new Sarif.ComponentReference(CWE, 0);

    private final Map<String, List<Finding>> byRule = new LinkedHashMap<>();
    private final List<String> ruleIds;
    private final List<String> weaknesses;
    private final RulePages pages;

    SarifRules(List<Finding> findings, RulePages pages) {
        this.pages = pages;
        TreeSet<String> cwe = new TreeSet<>(Comparator.comparingInt(SarifRules::number));
        for (Finding finding : findings) {
            byRule.computeIfAbsent(finding.ruleId(), id -> new ArrayList<>()).add(finding);
            finding.cwe().stream().filter(SarifRules::isKnown).forEach(cwe::add);
        }
        ruleIds = List.copyOf(byRule.keySet());
        weaknesses = List.copyOf(cwe);
    }

    int index(Finding finding) {
        return ruleIds.indexOf(finding.ruleId());
    }

    List<Sarif.Descriptor> descriptors() {
        return byRule.entrySet().stream()
                .map(rule -> descriptor(rule.getKey(), rule.getValue()))
                .toList();
    }

    private Sarif.Descriptor descriptor(String id, List<Finding> findings) {
        Finding worst =
                findings.stream().min(Comparator.comparing(Finding::severity)).orElseThrow();
        return new Sarif.Descriptor(
                id,
                SarifText.message(worst.message()),
                helpUri(worst),
                worst.suggestion().map(SarifText::message).orElse(null),
                new Sarif.Configuration(level(worst.severity())),
                taxa(worst).stream()
                        .map(taxon -> new Sarif.Relationship(taxon, List.of("superset")))
                        .toList(),
                properties(worst));
    }

    /** The rule's page, or the one of its first weakness. */
    private @Nullable String helpUri(Finding finding) {
        return pages.of(finding.ruleId())
                .or(() -> finding.cwe().stream()
                        .filter(SarifRules::isKnown)
                        .map(SarifRules::page)
                        .findFirst())
                .orElse(null);
    }

    /** The names are those that GitHub's code scanning reads. */
    private static Map<String, Object> properties(Finding worst) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> tags = new ArrayList<>(List.of(worst.category().id()));
        worst.cwe().stream()
                .filter(SarifRules::isKnown)
                .map(cwe -> "external/cwe/cwe-%03d".formatted(number(cwe)))
                .forEach(tags::add);
        properties.put("tags", tags);
        properties.put("precision", precision(worst.confidence()));
        if (worst.category() == Category.SECURITY) {
            properties.put("security-severity", securitySeverity(worst.severity()));
        }
        return properties;
    }

    /** The weaknesses of a finding, as references into {@link #taxonomy()}. */
    List<Sarif.DescriptorReference> taxa(Finding finding) {
        return finding.cwe().stream()
                .filter(SarifRules::isKnown)
                .map(cwe ->
                        new Sarif.DescriptorReference(Integer.toString(number(cwe)), weaknesses.indexOf(cwe), TAXONOMY))
                .toList();
    }

    /** The weaknesses that are named, as a taxonomy; empty when none is. */
    List<Sarif.ToolComponent> taxonomy() {
        if (weaknesses.isEmpty()) {
            return List.of();
        }
        return List.of(new Sarif.ToolComponent(
                CWE,
                "MITRE",
                "https://cwe.mitre.org/",
                new Sarif.Message("Common Weakness Enumeration"),
                false,
                null,
                null,
                weaknesses.stream()
                        .map(cwe -> new Sarif.Descriptor(
                                Integer.toString(number(cwe)), null, page(cwe), null, null, null, null))
                        .toList(),
                null));
    }

    List<Sarif.ComponentReference> supportedTaxonomies() {
        return weaknesses.isEmpty() ? List.of() : List.of(TAXONOMY);
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    private static String securitySeverity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.5";
            case INFO -> "0.0";
        };
    }

    private static String precision(double confidence) {
        if (confidence >= 0.9) {
            return "very-high";
        }
        return confidence >= 0.7 ? "high" : confidence >= 0.4 ? "medium" : "low";
    }

    private static boolean isKnown(String cwe) {
        return cwe.matches(CWE_PREFIX + "\\d{1,5}");
    }

    private static int number(String cwe) {
        return Integer.parseInt(cwe.substring(CWE_PREFIX.length()).toLowerCase(Locale.ROOT));
    }

    private static String page(String cwe) {
        return "https://cwe.mitre.org/data/definitions/" + number(cwe) + ".html";
    }
}
