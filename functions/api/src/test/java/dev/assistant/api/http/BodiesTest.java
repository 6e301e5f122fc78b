package dev.assistant.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What bodies are taken, and what the others are told. */
final class BodiesTest {
    private final Person ada = Person.signedUp(Gateway.shared());

    @Test
    void malformed_json_is_located_and_not_repeated() {
        Reply reply = send("application/json", "{\"full_name\": \"Ada\",\n  \"secret\" nonsense}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/type")).isEqualTo("/problems/malformed");
        assertThat(reply.text("/detail")).contains("line 2").doesNotContain("nonsense", "secret");
    }

    @Test
    void an_empty_body_is_malformed() {
        assertThat(send("application/json", "").status()).isEqualTo(400);
        assertThat(send("application/json", " ").status()).isEqualTo(400);
    }

    @Test
    void a_field_named_twice_and_words_after_the_end_are_malformed() {
        assertThat(send("application/json", "{\"full_name\": \"a\", \"full_name\": \"b\"}")
                        .status())
                .isEqualTo(400);
        assertThat(send("application/json", "{\"full_name\": \"a\"} {}").status())
                .isEqualTo(400);
    }

    @Test
    void json_nested_without_end_is_refused_early() {
        Reply reply = send("application/json", "{\"a\":" + "[".repeat(100_000));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/detail")).contains("nested");
    }

    @Test
    void json_that_is_no_object_is_invalid() {
        for (String body : new String[] {"[]", "[{\"full_name\": \"Ada\"}]", "7", "null", "\"text\""}) {
            Reply reply = send("application/json", body);

            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.complaintFields()).containsExactly("body");
        }
    }

    @Test
    void other_media_types_are_refused_and_the_right_one_is_named() {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "application/jsonx"}) {
            Reply reply = send(type, "{\"full_name\": \"Ada\"}");

            assertThat(reply.status()).isEqualTo(415);
            assertThat(reply.text("/detail")).contains("application/json");
        }
        assertThat(send("Application/JSON; charset=utf-8", "{\"full_name\": \"Ada\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void four_megabytes_are_taken_and_more_are_not() {
        String most = "{\"unknown\": \"" + "x".repeat(JsonBody.LARGEST_BYTES - 40) + "\",\"full_name\":\"Ada\"}";
        String tooMuch = "{\"unknown\": \"" + "é".repeat(JsonBody.LARGEST_BYTES / 2) + "\"}";

        assertThat(send("application/json", most).status()).isEqualTo(200);
        Reply reply = send("application/json", tooMuch);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text("/detail")).contains("4 MB");
    }

    @Test
    void text_that_no_store_takes_is_invalid() {
        assertThat(send("application/json", "{\"full_name\": \"a\\u0000b\"}").complaintFields())
                .containsExactly("full_name");
        assertThat(send("application/json", "{\"full_name\": \"a\\ud800b\"}").complaintFields())
                .containsExactly("full_name");
    }

    @Test
    void unknown_fields_are_ignored() {
        assertThat(ada.call("PATCH", "/users/me")
                        .json(Map.of("full_name", "Ada", "role", "admin"))
                        .send()
                        .text("/role"))
                .isEqualTo("user");
    }

    private Reply send(String contentType, String body) {
        return ada.call("PATCH", "/users/me").text(contentType, body).send();
    }
}
