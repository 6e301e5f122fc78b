package dev.assistant.api.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reading submitted code back, also more of it than one answer takes. */
final class FilesTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());

    /** Text that grows fourfold on its way out of a function. */
    private static final String LARGE = "\"\"\"🐍".repeat(200_000);

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void a_small_submission_comes_whole() {
        String path = submitted(Map.of("a.py", "a = 1", "b.py", ""));

        Reply reply = ada.get(path).send();

        assertThat(reply.json().path("items")).hasSize(2);
        assertThat(reply.json().path("next_cursor").isNull()).isTrue();
    }

    @Test
    void a_large_one_comes_in_pages_that_give_the_files_when_put_together() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("large.py", LARGE);
        files.put("middle.py", "x = 1\n");
        files.put("larger.py", LARGE);
        String path = submitted(files);

        Map<String, String> read = new LinkedHashMap<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        do {
            var call = ada.get(path);
            cursor.ifPresent(from -> call.query("cursor", from));
            Reply reply = call.send();
            assertThat(reply.status()).isEqualTo(200);
            for (JsonNode item : reply.json().path("items")) {
                String before = read.getOrDefault(item.path("path").asString(), "");
                assertThat(item.path("offset").asInt()).isEqualTo(before.length());
                read.put(
                        item.path("path").asString(),
                        before + item.path("content").asString());
            }
            cursor = Optional.of(reply.json().path("next_cursor"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString);
            pages++;
        } while (cursor.isPresent());

        assertThat(pages).isGreaterThan(1);
        assertThat(read).isEqualTo(files);
    }

    @Test
    void one_file_can_be_asked_for() {
        String path = submitted(Map.of("a.py", "a = 1", "b c.py", "b = 1"));

        Reply reply = ada.get(path).query("path", "b c.py").send();

        assertThat(reply.json().path("items")).hasSize(1);
        assertThat(reply.text("/items/0/content")).isEqualTo("b = 1");
        assertThat(ada.get(path).query("path", "d.py").send().status()).isEqualTo(404);
        assertThat(Person.signedUp(GATEWAY)
                        .get(path)
                        .query("path", "a.py")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_no_cursor_is_refused() {
        String path = submitted(Map.of("a.py", "a = 1"));

        Reply refused = ada.get(path).query("cursor", "first").send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("cursor");
    }

    private String submitted(Map<String, String> files) {
        List<Map<String, String>> listed = files.entrySet().stream()
                .map(file -> Map.of("path", file.getKey(), "content", file.getValue()))
                .toList();
        Reply reply = ada.post("/code-review").json(Map.of("files", listed)).send();
        return "/code-review/" + reply.text("/job_id") + "/files";
    }
}
