package dev.assistant.testkit.contract;

import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.identity.AccessTokens;
import dev.assistant.identity.Caller;
import dev.assistant.identity.Role;
import dev.assistant.identity.Scope;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.User;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link AccessTokens} does. */
public abstract class AccessTokensContract {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    private final SessionId session = new SessionId(UUID.randomUUID());

    /** The tokens under test; the same ones each time within a test. */
    protected abstract AccessTokens tokens();

    @Test
    void knows_its_bearer_again() {
        User user = aUser().administrator().build();

        Caller caller = tokens().verify(tokens().issue(user, session, NOW), NOW);

        assertThat(caller.user()).isEqualTo(user.id());
        assertThat(caller.role()).isEqualTo(Role.ADMIN);
        assertThat(caller.session()).contains(session);
        assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.values());
    }

    @Test
    void holds_for_fifteen_minutes_and_no_longer() {
        String token = tokens().issue(aUser().build(), session, NOW);

        assertThat(tokens().verify(token, NOW.plus(AccessTokens.LIFETIME).minusSeconds(1)))
                .isNotNull();
        assertThatThrownBy(() -> tokens().verify(token, NOW.plus(AccessTokens.LIFETIME)))
                .isInstanceOf(Failure.NotSignedIn.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30."})
    void refuses_what_is_no_token(String text) {
        assertThatThrownBy(() -> tokens().verify(text, NOW)).isInstanceOf(Failure.NotSignedIn.class);
    }

    @Test
    void gives_every_sign_in_a_token_of_its_own() {
        User user = aUser().build();

        assertThat(tokens().issue(user, session, NOW)).isNotEqualTo(tokens().issue(user, session, NOW));
    }
}
