package dev.assistant.runtime.analysis.rules;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.assistant.review.Category;
import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.syntax.ir.Lowering;
import dev.assistant.runtime.data.DataNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rules of our own as the document that the API serves; the build checks that it is up to date. */
public final class WriteRules {
    private static final String WEAKNESSES = "/analysis/dataflow/weaknesses.yaml";

    private WriteRules() {}

    /** @param args the file to write */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), document());
    }

    /** The document: every rule in the order of ids. */
    static String document() {
        List<Written> rules = Stream.concat(patterns(), flows())
                .sorted(Comparator.comparing(Written::id))
                .toList();
        return JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(rules)
                + "\n";
    }

    /** A rule as the API knows it. */
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
        "good"
    })
    private record Written(
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
            List<String> good) {}

    private static Stream<Written> patterns() {
        return Arrays.stream(Language.values())
                .flatMap(language -> RuleLoader.load(language).stream())
                .map(rule -> new Written(
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
                        rule.examples().bad(),
                        rule.examples().good()));
    }

    /** What data flow reports, for each language in which it follows data. */
    private static Stream<Written> flows() {
        List<Language> languages = Arrays.stream(Language.values())
                .filter(Lowering::covers)
                .filter(language -> language != Language.TYPESCRIPT)
                .toList();
        return DataNode.resource(WEAKNESSES).map().entrySet().stream()
                .filter(entry -> entry.getValue().find("title").isPresent())
                .flatMap(entry -> languages.stream().map(language -> flow(language, entry.getKey(), entry.getValue())));
    }

    private static Written flow(Language language, String name, DataNode node) {
        return new Written(
                language.id() + "/" + name,
                language.id(),
                node.get("title").text(),
                node.get("severity").text(),
                Category.SECURITY.id(),
                node.get("cwe").texts(),
                null,
                node.get("why").text(),
                node.get("fix").text(),
                false,
                List.of(),
                List.of());
    }
}
