package dev.assistant.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Postbox;
import dev.assistant.api.harness.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A password that everybody knows can be chosen nowhere. */
final class BreachedPasswordTest {
    private static final Gateway GATEWAY = Gateway.shared();
    private static final String KNOWN = "Password123";

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void not_with_a_new_account() {
        Reply refused = GATEWAY.post("/auth/register")
                .from(Person.freshAddress())
                .json(Map.of(
                        "email",
                        "new-" + ada.email(),
                        "username",
                        "new-" + ada.id().substring(28),
                        "password",
                        KNOWN))
                .send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.complaintFields()).containsExactly("password");
        assertThat(refused.body()).contains("breaches").doesNotContain(KNOWN);
    }

    @Test
    void not_by_changing_the_password() {
        Reply refused = ada.post("/users/me/password")
                .from(Person.freshAddress())
                .json(Map.of("current_password", Person.PASSWORD, "new_password", KNOWN))
                .send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.complaintFields()).containsExactly("new_password");
    }

    @Test
    void not_by_resetting_the_password() {
        GATEWAY.post("/auth/forgot-password")
                .from(Person.freshAddress())
                .json(Map.of("email", ada.email()))
                .send();

        Reply refused = GATEWAY.post("/auth/reset-password")
                .json(Map.of("token", Postbox.token(GATEWAY, ada.email()), "password", KNOWN))
                .send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.complaintFields()).containsExactly("password");
    }
}
