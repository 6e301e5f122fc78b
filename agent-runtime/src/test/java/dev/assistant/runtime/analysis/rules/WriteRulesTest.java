package dev.assistant.runtime.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WriteRulesTest {
    private static final Path SERVED =
            Path.of("../functions/api/src/main/resources/dev/assistant/api/rules/rules.json");

    @Test
    void the_document_that_the_api_serves_has_every_rule_about_the_shape_of_code_as_it_is() throws Exception {
        assertThat(aboutShape(Files.readString(SERVED)))
                .as("run the main class %s with the path of %s", WriteRules.class.getName(), SERVED.getFileName())
                .isEqualTo(aboutShape(WriteRules.document()));
    }

    private static Map<String, JsonNode> aboutShape(String document) {
        Set<String> ids = Arrays.stream(Language.values())
                .flatMap(language -> RuleLoader.load(language).stream())
                .filter(rule -> rule.matches().stream()
                        .anyMatch(match -> match instanceof Match.Code || match instanceof Match.Text))
                .map(Rule::id)
                .collect(Collectors.toUnmodifiableSet());
        Map<String, JsonNode> found = new TreeMap<>();
        for (JsonNode rule : JsonMapper.shared().readTree(document)) {
            String id = rule.get("id").asString();
            if (ids.contains(id)) {
                found.put(id, rule);
            }
        }
        assertThat(found).hasSize(ids.size());
        return found;
    }
}
