package dev.assistant.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Call;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class RulesTest {
    private final Gateway gateway = Gateway.shared();

    @Test
    void pages_lead_through_all_rules_of_a_language() {
        List<String> ids = new ArrayList<>();
        Call call = gateway.get("/rules").query("language", "go").query("limit", "15");
        boolean more;
        do {
            Reply page = call.send();
            assertThat(page.status()).isEqualTo(200);
            for (JsonNode rule : page.json().get("items")) {
                ids.add(rule.get("id").asString());
            }
            JsonNode next = page.json().get("next_cursor");
            more = !next.isNull();
            call = gateway.get("/rules")
                    .query("language", "go")
                    .query("limit", "15")
                    .query("cursor", more ? next.asString() : "");
        } while (more);

        assertThat(ids)
                .hasSizeGreaterThan(30)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("go/") || id.startsWith("go:"));
    }

    @Test
    void rules_are_found_by_weakness_and_by_word() {
        Reply reply = gateway.get("/rules")
                .query("cwe", "CWE-295")
                .query("q", "certificate")
                .query("limit", "100")
                .send();

        assertThat(reply.json().get("items").size()).isGreaterThan(5);
        for (JsonNode rule : reply.json().get("items")) {
            assertThat(rule.get("cwe").toString()).contains("CWE-295");
        }
    }

    @Test
    void a_rule_is_read_by_its_id_and_kept() {
        Reply reply = gateway.get("/rules/go/tls-verification-off").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/id")).isEqualTo("go/tls-verification-off");
        assertThat(reply.json().get("bad").size()).isPositive();
        assertThat(reply.json().get("good").size()).isPositive();
        assertThat(reply.header("Cache-Control")).contains("max-age=3600");

        Reply again = gateway.get("/rules/go/tls-verification-off")
                .header("If-None-Match", reply.header("ETag"))
                .send();
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void a_rule_of_an_embedded_analyser_is_read_by_its_id_with_a_slash_for_the_colon() {
        Reply reply = gateway.get("/rules/python/S4830").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/id")).isEqualTo("python:S4830");
        assertThat(reply.text("/language")).isEqualTo("python");
        assertThat(reply.text("/analyser")).startsWith("sonar-python-plugin ");
        assertThat(reply.text("/why")).isEmpty();
    }

    @Test
    void an_unknown_rule_is_not_found_and_an_unknown_language_is_refused() {
        assertThat(gateway.get("/rules/go/none").send().status()).isEqualTo(404);
        assertThat(gateway.get("/rules").query("language", "klingon").send().status())
                .isEqualTo(422);
    }
}
