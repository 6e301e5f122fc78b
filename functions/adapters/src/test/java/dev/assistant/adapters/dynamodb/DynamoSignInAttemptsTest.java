package dev.assistant.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.Provider;
import dev.assistant.identity.SignInAttempt;
import dev.assistant.identity.SignInAttempt.Purpose;
import dev.assistant.identity.SignInAttempts;
import dev.assistant.testkit.Concurrently;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DynamoSignInAttemptsTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final Instant END = NOW.plus(SignInAttempt.LIFETIME);

    private final SignInAttempts attempts = new DynamoSignInAttempts(TestTables.CLIENT, TestTables.SIGN_INS);
    private final SignInAttempt attempt = new SignInAttempt(Provider.GOOGLE, Purpose.SIGN_IN, fresh(), fresh());

    @Test
    void ends_a_visit_once_of_many_who_try_at_the_same_time() {
        attempts.begin(attempt, END);

        assertThat(Concurrently.run(8, n -> () -> attempts.end(attempt, NOW)))
                .containsOnlyOnce(true)
                .hasSize(8);
    }

    @Test
    void ends_no_visit_that_took_too_long_though_its_item_is_still_there() {
        attempts.begin(attempt, END);

        assertThat(attempts.end(attempt, END)).isFalse();
        assertThat(attempts.end(attempt, END.minusMillis(1))).isTrue();
    }

    @Test
    void ends_no_visit_for_another_browser_provider_or_purpose_nor_one_that_never_began() {
        attempts.begin(attempt, END);

        String state = attempt.state();
        String secret = attempt.browserSecret();
        for (SignInAttempt other : List.of(
                new SignInAttempt(Provider.GOOGLE, Purpose.SIGN_IN, state, fresh()),
                new SignInAttempt(Provider.GOOGLE, Purpose.SIGN_IN, state, ""),
                new SignInAttempt(Provider.GITHUB, Purpose.SIGN_IN, state, secret),
                new SignInAttempt(Provider.GOOGLE, Purpose.LINK, state, secret),
                new SignInAttempt(Provider.GOOGLE, Purpose.SIGN_IN, fresh(), secret))) {
            assertThat(attempts.end(other, NOW)).isFalse();
        }
        assertThat(attempts.end(attempt, NOW)).isTrue();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
