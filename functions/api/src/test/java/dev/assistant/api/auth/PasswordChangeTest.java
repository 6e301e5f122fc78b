package dev.assistant.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Postbox;
import dev.assistant.api.harness.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changing a password while signed in. */
final class PasswordChangeTest {
    private static final Gateway GATEWAY = Gateway.shared();
    private static final String OTHER = "Another-horse-8";

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void ends_the_other_sessions_and_keeps_the_one_that_made_the_change() {
        Person elsewhere = Person.signedIn(GATEWAY, ada.email());

        Reply changed = change(ada, Person.PASSWORD, OTHER);

        assertThat(changed.status()).isEqualTo(204);
        assertThat(ada.get("/users/me").send().status()).isEqualTo(200);
        assertThat(elsewhere.get("/users/me").send().status()).isEqualTo(401);
        assertThat(refresh(elsewhere).status()).isEqualTo(401);
        assertThat(refresh(ada).status()).isEqualTo(200);
        assertThat(login(Person.PASSWORD).status()).isEqualTo(401);
        assertThat(login(OTHER).status()).isEqualTo(200);
        assertThat(Postbox.of(GATEWAY, ada.email()).getLast().subject()).contains("Your password was changed");
    }

    @Test
    void needs_the_present_password() {
        Reply refused = change(ada, "Wrong-horse-1", OTHER);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.complaintFields()).containsExactly("current_password");
        assertThat(login(Person.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void takes_no_weak_password() {
        Reply refused = change(ada, Person.PASSWORD, "horse");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.complaintFields()).containsExactly("new_password");
    }

    @Test
    void stops_guesses_of_the_present_password_like_guesses_at_signing_in() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(change(ada, "Wrong-horse-" + guess, OTHER).status()).isEqualTo(422);
        }

        assertThat(change(ada, Person.PASSWORD, OTHER).status()).isEqualTo(429);
        assertThat(login(Person.PASSWORD).status()).isEqualTo(429);
    }

    private static Reply change(Person person, String present, String wanted) {
        return person.post("/users/me/password")
                .from(Person.freshAddress())
                .json(Map.of("current_password", present, "new_password", wanted))
                .send();
    }

    private Reply login(String password) {
        return GATEWAY.post("/auth/login")
                .from(Person.freshAddress())
                .json(Map.of("email", ada.email(), "password", password))
                .send();
    }

    private static Reply refresh(Person person) {
        return GATEWAY.post("/auth/refresh")
                .json(Map.of("refresh_token", person.refreshToken()))
                .send();
    }
}
