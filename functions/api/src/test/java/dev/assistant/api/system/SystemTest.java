package dev.assistant.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Contract;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the API says about itself. */
final class SystemTest {
    private final Gateway gateway = Gateway.shared();

    @Test
    void health_asks_every_dependency() {
        Reply reply = gateway.get("/health").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/status")).isEqualTo("healthy");
        assertThat(names(reply, true))
                .containsExactly(
                        "database",
                        "connections",
                        "events",
                        "limits",
                        "reviews_queue",
                        "replay_queue",
                        "dead_letters_queue",
                        "sources");
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, jdbc:postgresql://127.0.0.1:1/none, database",
        "TABLE_EVENTS, nowhere, events",
        "QUEUE_REPLAY_URL, http://127.0.0.1:1/queue, replay_queue",
        "BUCKET_SOURCES, nowhere, sources"
    })
    void health_names_what_does_not_answer(String key, String value, String name) {
        Gateway broken = new Gateway(gateway.surroundings().with(key, value));

        Reply reply = broken.get("/health").send();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text("/status")).isEqualTo("unhealthy");
        assertThat(names(reply, false)).containsExactly(name);
    }

    @Test
    void version_names_the_build() {
        Reply reply = gateway.get("/version").send();

        assertThat(reply.text("/version")).isEqualTo("1.2.3");
        assertThat(reply.text("/commit")).isEqualTo("abcdef0");
    }

    @Test
    void the_served_contract_is_the_contract() {
        Reply reply = gateway.get("/openapi.json").send();

        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.json()).isEqualTo(new Contract().document());
    }

    @Test
    void the_reference_describes_every_operation_with_its_errors_and_limit() {
        Reply reply = gateway.get("/docs").send();

        assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(new Contract().operations()).allSatisfy(operation -> {
            String article = between(reply.body(), "<article id=\"" + operation.id() + "\">", "</article>");
            assertThat(article)
                    .contains("/api/v1" + operation.path())
                    .contains(operation.operation().path("summary").asString())
                    .contains("<dt>Limit</dt>", "Example request");
            for (String status : operation.operation().path("responses").propertyNames()) {
                assertThat(article).contains(status);
            }
        });
    }

    @Test
    void the_reference_loads_nothing_and_its_links_lead_somewhere() {
        Reply reply = gateway.get("/docs").send();

        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(reply.body()).doesNotContain("<script ", "src=", "@import", "url(", "http://", "https://fonts");
        Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(reply.body());
        List<String> dead = new ArrayList<>();
        while (links.find()) {
            if (!reply.body().contains("id=\"" + links.group(1) + "\"")) {
                dead.add(links.group(1));
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        for (String path : List.of("/docs", "/openapi.json")) {
            Reply first = gateway.get(path).send();
            Reply again = gateway.get(path)
                    .header("If-None-Match", first.header("ETag"))
                    .send();
            Reply other = gateway.get(path).header("If-None-Match", "\"other\"").send();

            assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=300");
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(other.status()).isEqualTo(200);
        }
    }

    private static List<String> names(Reply reply, boolean healthy) {
        List<String> names = new ArrayList<>();
        for (JsonNode dependency : reply.json().path("dependencies")) {
            if (dependency.path("healthy").asBoolean() == healthy) {
                names.add(dependency.path("name").asString());
            }
        }
        return names;
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        assertThat(from).as(start).isNotNegative();
        return text.substring(from, text.indexOf(end, from));
    }
}
