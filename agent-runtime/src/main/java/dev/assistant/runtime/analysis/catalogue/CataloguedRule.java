package dev.assistant.runtime.analysis.catalogue;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.assistant.review.Language;
import dev.assistant.review.SecretMasker;
import dev.assistant.runtime.analysis.rules.Match;
import dev.assistant.runtime.analysis.rules.Rule;
import dev.assistant.runtime.analysis.sonar.EmbeddedRule;
import dev.assistant.runtime.data.DataNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the API knows it.
 *
 * @param confidence null where it depends on the way that data takes
 * @param why empty for rules of embedded analysers, whose makers' texts stay in their jars
 * @param analyser the embedded analyser whose rule it is, with its version; null for rules of our own
 */
@JsonPropertyOrder({
    "id",
    "language",
    "title",
    "severity",
    "category",
    "cwe",
    "confidence",
    "why",
    "fix",
    "rewrites",
    "bad",
    "good",
    "analyser"
})
record CataloguedRule(
        String id,
        String language,
        String title,
        String severity,
        String category,
        List<String> cwe,
        @Nullable Double confidence,
        String why,
        String fix,
        boolean rewrites,
        List<String> bad,
        List<String> good,
        @Nullable String analyser) {

    static CataloguedRule of(Rule rule) {
        return new CataloguedRule(
                rule.id(),
                rule.language().id(),
                rule.title(),
                rule.severity().id(),
                rule.category().id(),
                rule.cwe(),
                rule.confidence(),
                rule.why(),
                rule.fix(),
                rule.rewrite().isPresent(),
                shown(rule, rule.examples().bad()),
                shown(rule, rule.examples().good()),
                null);
    }

    /** Example secrets are shown masked: the document is searched by scanners too. */
    private static List<String> shown(Rule rule, List<String> examples) {
        boolean secrets = rule.matches().stream().anyMatch(match -> match instanceof Match.Secret);
        return secrets
                ? examples.stream().map(code -> SecretMasker.mask(code).text()).toList()
                : examples;
    }

    /** A rule that is written in Java and described in a file. */
    static CataloguedRule described(String id, Language language, String category, DataNode node) {
        return new CataloguedRule(
                id,
                language.id(),
                node.get("title").text(),
                node.get("severity").text(),
                category,
                node.texts("cwe"),
                node.find("confidence").map(DataNode::number).orElse(null),
                node.get("why").text(),
                node.get("fix").text(),
                false,
                node.texts("bad"),
                node.texts("good"),
                null);
    }

    static CataloguedRule of(EmbeddedRule rule) {
        return new CataloguedRule(
                rule.id(),
                rule.language().id(),
                rule.title(),
                rule.severity().id(),
                rule.category().id(),
                rule.cwe(),
                rule.confidence(),
                "",
                "",
                false,
                List.of(),
                List.of(),
                rule.analyser());
    }
}
