package dev.assistant.runtime.analysis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Suppressions;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.engine.SourceCodeEngine;
import dev.assistant.runtime.analysis.patterns.PatternEngine;
import dev.assistant.runtime.analysis.rules.Rule;
import dev.assistant.runtime.analysis.rules.RuleLoader;
import dev.assistant.runtime.analysis.sonar.EmbeddedRule;
import dev.assistant.runtime.analysis.sonar.SonarPack;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WriteRulesTest {
    private static final Path ANALYSERS = Path.of("target", "analysers");
    private static final Path SERVED =
            Path.of("../functions/api/src/main/resources/dev/assistant/api/rules/rules.json");

    @Test
    void the_document_that_the_api_serves_has_every_rule_as_it_is() throws Exception {
        assertThat(Files.readString(SERVED))
                .as(
                        "rules changed: run the main class %s with %s and the path of %s",
                        WriteRules.class.getName(), ANALYSERS, SERVED.getFileName())
                .isEqualTo(WriteRules.document(ANALYSERS));
    }

    @Test
    void every_rule_that_an_analyser_names_is_in_it() throws Exception {
        Set<String> emitted = new TreeSet<>(Set.of(Suppressions.RULE));
        SonarPack.rules(ANALYSERS).stream().map(EmbeddedRule::id).forEach(emitted::add);
        for (AnalysisEngine engine : List.of(
                new PatternEngine(SyntaxParser.Limits.usual()), new SourceCodeEngine(SyntaxParser.Limits.usual()))) {
            engine.analyse(examples()).evidence().stream().map(Evidence::ruleId).forEach(emitted::add);
        }

        assertThat(emitted).hasSizeGreaterThan(700);
        assertThat(catalogued()).containsAll(emitted);
    }

    @Test
    void an_id_is_two_steps_of_an_address() throws Exception {
        List<String> ids = catalogued();

        assertThat(ids).allMatch(id -> id.matches("[A-Za-z]+[/:][A-Za-z0-9_-]+"));
        assertThat(ids.stream().map(id -> id.replace(':', '/'))).doesNotHaveDuplicates();
    }

    private static List<SourceFile> examples() {
        List<SourceFile> files = new ArrayList<>();
        for (Language language : Language.values()) {
            RuleLoader.load(language).stream()
                    .map(Rule::examples)
                    .flatMap(examples -> examples.bad().stream())
                    .forEach(code -> files.add(new SourceFile(
                            "example" + files.size() + "/File."
                                    + language.extensions().getFirst(),
                            language,
                            code)));
        }
        assertThat(Arrays.stream(Language.values())
                        .filter(language -> files.stream().anyMatch(file -> file.language() == language)))
                .hasSizeGreaterThan(15);
        return files;
    }

    private static List<String> catalogued() throws Exception {
        List<String> ids = new ArrayList<>();
        for (JsonNode rule : JsonMapper.shared().readTree(Files.readString(SERVED))) {
            ids.add(rule.get("id").asString());
        }
        return ids;
    }
}
