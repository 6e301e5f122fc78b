package dev.assistant.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The profile through its function. */
final class ProfileTest {
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = new Gateway(Surroundings.fresh());
    }

    @Test
    void shows_the_account_that_signed_in() {
        Person ada = Person.signedUp(gateway);

        Reply reply = ada.get("/users/me").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/email")).isEqualTo(ada.email());
    }
}
