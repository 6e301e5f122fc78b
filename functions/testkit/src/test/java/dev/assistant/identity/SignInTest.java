package dev.assistant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assistant.failure.Failure;
import dev.assistant.testkit.InMemoryAccessTokens;
import dev.assistant.testkit.InMemoryRateLimiter;
import dev.assistant.testkit.InMemorySessions;
import dev.assistant.testkit.InMemoryUsers;
import dev.assistant.testkit.PlainPasswordHasher;
import dev.assistant.testkit.SequentialIds;
import dev.assistant.testkit.SequentialRefreshTokens;
import dev.assistant.testkit.TestClock;
import dev.assistant.testkit.UserBuilder;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SignInTest {
    private static final String EMAIL = "ada@example.com";
    private static final Password RIGHT = new Password("Correct-horse-7");
    private static final Password WRONG = new Password("Wrong-horse-7");
    private static final Client HOME = new Client("203.0.113.7", "");
    private static final Client ELSEWHERE = new Client("203.0.113.8", "");

    private final TestClock clock = new TestClock();
    private final InMemoryUsers users = new InMemoryUsers();
    private final InMemorySessions sessions = new InMemorySessions(users);
    private final PlainPasswordHasher hasher = new PlainPasswordHasher();
    private final SignIn signIn = new SignIn(
            users,
            hasher,
            new LoginLimits(new InMemoryRateLimiter()),
            new AddressPolicy(false),
            new OpenSession(sessions, new InMemoryAccessTokens(), new SequentialRefreshTokens(), new SequentialIds()),
            clock);

    @BeforeEach
    void register() {
        users.add(UserBuilder.aUser()
                .withEmail(EMAIL)
                .withPasswordHash(hasher.hash(RIGHT))
                .build());
    }

    @Test
    void opens_a_session_and_remembers_when() {
        SignedIn signedIn = signIn.signIn(" ADA@example.com ", RIGHT, HOME);

        assertThat(sessions.isActive(signedIn.session(), clock.instant())).isTrue();
        assertThat(users.byId(signedIn.user().id()).lastLogin()).contains(clock.instant());
    }

    @Test
    void counts_an_account_however_its_address_is_written() {
        for (String email : new String[] {EMAIL, "ADA@EXAMPLE.COM", " ada@example.com", EMAIL, EMAIL}) {
            fail(email, HOME);
        }

        assertThatThrownBy(() -> signIn.signIn("Ada@Example.com", RIGHT, ELSEWHERE))
                .isInstanceOf(Failure.LimitReached.class);
    }

    @Test
    void lets_a_person_try_again_when_the_first_attempt_is_fifteen_minutes_old() {
        fail(EMAIL, HOME);
        clock.advance(Duration.ofMinutes(10));
        for (int attempt = 2; attempt <= 5; attempt++) {
            fail(EMAIL, HOME);
        }

        Failure.LimitReached refused =
                catchThrowableOfType(Failure.LimitReached.class, () -> signIn.signIn(EMAIL, RIGHT, HOME));
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(5));
        clock.advance(refused.retryAfter());
        assertThat(signIn.signIn(EMAIL, RIGHT, HOME).user().email().value()).isEqualTo(EMAIL);
    }

    @Test
    void does_not_count_what_it_refuses() {
        for (int attempt = 1; attempt <= 5; attempt++) {
            fail(EMAIL, HOME);
        }
        for (int minute = 1; minute <= 14; minute++) {
            clock.advance(Duration.ofMinutes(1));
            assertThatThrownBy(() -> signIn.signIn(EMAIL, RIGHT, HOME)).isInstanceOf(Failure.LimitReached.class);
        }
        clock.advance(Duration.ofMinutes(1));

        assertThat(signIn.signIn(EMAIL, RIGHT, HOME)).isNotNull();
    }

    @Test
    void forgets_an_accounts_failures_after_a_good_attempt() {
        for (int attempt = 1; attempt <= 4; attempt++) {
            fail(EMAIL, new Client("198.51.100." + attempt, ""));
        }
        signIn.signIn(EMAIL, RIGHT, HOME);
        for (int attempt = 1; attempt <= 4; attempt++) {
            fail(EMAIL, new Client("198.51.100." + (10 + attempt), ""));
        }

        assertThat(signIn.signIn(EMAIL, RIGHT, HOME)).isNotNull();
    }

    @Test
    void does_not_let_a_good_attempt_clear_an_addresss_failures_at_other_accounts() {
        for (int attempt = 1; attempt <= 4; attempt++) {
            fail("victim" + attempt + "@example.com", HOME);
        }
        signIn.signIn(EMAIL, RIGHT, HOME);
        fail("victim5@example.com", HOME);

        assertThatThrownBy(() -> signIn.signIn(EMAIL, RIGHT, HOME)).isInstanceOf(Failure.LimitReached.class);
    }

    private void fail(String email, Client client) {
        assertThatThrownBy(() -> signIn.signIn(email, WRONG, client)).isInstanceOf(Failure.NotSignedIn.class);
    }
}
