package dev.assistant.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where somebody is signed in. */
final class SessionListTest {
    private static final Gateway GATEWAY = Gateway.shared();

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void shows_every_session_and_marks_the_one_that_asks() {
        GATEWAY.post("/auth/login")
                .from("198.51.100.9")
                .header("User-Agent", "curl/8.0")
                .json(Map.of("email", ada.email(), "password", Person.PASSWORD))
                .send();

        List<JsonNode> sessions = sessions(ada);

        assertThat(sessions).hasSize(2);
        assertThat(sessions.getFirst().path("address").asString()).isEqualTo("198.51.100.9");
        assertThat(sessions.getFirst().path("agent").asString()).isEqualTo("curl/8.0");
        assertThat(sessions.getFirst().path("current").asBoolean()).isFalse();
        assertThat(sessions.getLast().path("current").asBoolean()).isTrue();
    }

    @Test
    void ends_another_session_at_once() {
        Person elsewhere = Person.signedIn(GATEWAY, ada.email());
        String id = current(elsewhere);

        Reply ended = ada.call("DELETE", "/users/me/sessions/" + id).send();

        assertThat(ended.status()).isEqualTo(204);
        assertThat(elsewhere.get("/users/me").send().status()).isEqualTo(401);
        assertThat(sessions(ada)).hasSize(1);
        assertThat(ada.call("DELETE", "/users/me/sessions/" + id).send().status())
                .isEqualTo(404);
    }

    @Test
    void shows_and_ends_nobody_elses_sessions() {
        Person bob = Person.signedUp(GATEWAY);
        String id = current(ada);

        assertThat(sessions(bob))
                .hasSize(1)
                .noneMatch(session -> session.path("id").asString().equals(id));
        assertThat(bob.call("DELETE", "/users/me/sessions/" + id).send().status())
                .isEqualTo(404);
        assertThat(bob.call("DELETE", "/users/me/sessions/" + UUID.randomUUID())
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(bob.call("DELETE", "/users/me/sessions/none").send().status())
                .isEqualTo(404);
        assertThat(ada.get("/users/me").send().status()).isEqualTo(200);
    }

    private static String current(Person person) {
        return sessions(person).stream()
                .filter(session -> session.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static List<JsonNode> sessions(Person person) {
        return person.get("/users/me/sessions")
                .send()
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
