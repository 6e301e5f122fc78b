package dev.assistant.testkit.contract;

import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.identity.Client;
import dev.assistant.identity.OpenedSession;
import dev.assistant.identity.RefreshToken;
import dev.assistant.identity.Session;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.Sessions;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.identity.Users;
import dev.assistant.testkit.Concurrently;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Sessions} does. */
public abstract class SessionsContract {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    private final RefreshToken first = token();

    /** The sessions under test; the same ones each time within a test. */
    protected abstract Sessions sessions();

    /** The accounts that the sessions belong to. */
    protected abstract Users users();

    @Test
    void exchanges_a_token_for_its_successor() {
        Session session = open();
        RefreshToken second = token();

        assertThat(sessions().rotate(first, second, NOW)).isEqualTo(session);
        assertThat(sessions().rotate(second, token(), NOW)).isEqualTo(session);
    }

    @Test
    void refuses_a_token_that_it_never_gave() {
        open();

        assertRefused(token(), NOW);
    }

    @Test
    void accepts_a_used_token_for_a_moment_since_tabs_refresh_at_once() {
        Session session = open();
        RefreshToken second = token();
        RefreshToken twin = token();
        sessions().rotate(first, second, NOW);

        assertThat(sessions().rotate(first, twin, NOW.plus(Session.GRACE).minusMillis(1)))
                .isEqualTo(session);
        assertThat(sessions().rotate(second, token(), NOW.plusSeconds(60))).isEqualTo(session);
        assertThat(sessions().rotate(twin, token(), NOW.plusSeconds(60))).isEqualTo(session);
    }

    @Test
    void ends_the_whole_family_when_a_token_is_used_again() {
        Session session = open();
        RefreshToken second = token();
        sessions().rotate(first, second, NOW);
        Instant later = NOW.plus(Session.GRACE);

        assertRefused(first, later);

        assertThat(sessions().isActive(session.id(), later)).isFalse();
        assertRefused(second, later);
    }

    @Test
    void does_not_prolong_the_moment_by_using_it() {
        Session session = open();
        sessions().rotate(first, token(), NOW);
        sessions().rotate(first, token(), NOW.plusSeconds(10));

        assertRefused(first, NOW.plus(Session.GRACE));
        assertThat(sessions().isActive(session.id(), NOW)).isFalse();
    }

    @Test
    void leaves_other_sessions_alone_when_one_is_stolen() {
        Session stolen = open();
        RefreshToken otherToken = token();
        Session other = session(stolen.user());
        sessions().open(other, otherToken, NOW);
        sessions().rotate(first, token(), NOW);
        assertRefused(first, NOW.plusSeconds(60));

        assertThat(sessions().isActive(other.id(), NOW.plusSeconds(60))).isTrue();
        assertThat(sessions().rotate(otherToken, token(), NOW.plusSeconds(60))).isEqualTo(other);
    }

    @Test
    void refuses_a_token_after_its_seven_days() {
        Session session = open();

        assertRefused(first, NOW.plus(Session.REFRESH_LIFETIME));
        assertThat(sessions().isActive(session.id(), NOW.plus(Session.REFRESH_LIFETIME)))
                .as("an old token is no theft")
                .isTrue();
    }

    @Test
    void ends_a_family_however_often_it_is_refreshed() {
        Session session = open();
        RefreshToken current = first;
        for (int day = 6; day < 30; day += 6) {
            RefreshToken next = token();
            sessions().rotate(current, next, NOW.plusSeconds(day * 86_400L));
            current = next;
        }

        assertThat(sessions().isActive(session.id(), NOW.plus(Session.LONGEST).minusMillis(1)))
                .isTrue();
        assertThat(sessions().isActive(session.id(), NOW.plus(Session.LONGEST))).isFalse();
        assertRefused(current, NOW.plus(Session.LONGEST));
    }

    @Test
    void ends_a_session_at_once_when_it_is_revoked() {
        Session session = open();

        sessions().revoke(session.id(), NOW);
        sessions().revoke(new SessionId(UUID.randomUUID()), NOW);

        assertThat(sessions().isActive(session.id(), NOW)).isFalse();
        assertRefused(first, NOW);
    }

    @Test
    void lists_the_owners_sessions_that_can_be_used_latest_first() {
        Session early = open();
        Session late = new Session(
                new SessionId(UUID.randomUUID()),
                early.user(),
                early.client(),
                NOW.plusSeconds(60),
                NOW.plusSeconds(60).plus(Session.LONGEST));
        Session ended = session(early.user());
        sessions().open(late, token(), NOW.plusSeconds(60));
        sessions().open(ended, token(), NOW);
        sessions().revoke(ended.id(), NOW);
        sessions().rotate(first, token(), NOW.plusSeconds(90));

        assertThat(sessions().opened(early.user(), 10, NOW.plusSeconds(100)))
                .containsExactly(
                        new OpenedSession(late, NOW.plusSeconds(60)), new OpenedSession(early, NOW.plusSeconds(90)));
        assertThat(sessions().opened(early.user(), 1, NOW.plusSeconds(100))).hasSize(1);
        assertThat(sessions().opened(new UserId(UUID.randomUUID()), 10, NOW)).isEmpty();
    }

    @Test
    void does_not_list_a_session_that_was_not_refreshed_in_time() {
        Session session = open();

        assertThat(sessions().opened(session.user(), 10, NOW.plus(Session.REFRESH_LIFETIME)))
                .isEmpty();
    }

    @Test
    void ends_a_session_for_its_owner_only_and_once() {
        Session session = open();
        UserId somebodyElse = new UserId(UUID.randomUUID());

        assertThatThrownBy(() -> sessions().end(somebodyElse, session.id(), NOW))
                .isInstanceOf(Failure.NotFound.class);
        assertThat(sessions().isActive(session.id(), NOW)).isTrue();
        sessions().end(session.user(), session.id(), NOW);
        assertThat(sessions().isActive(session.id(), NOW)).isFalse();
        assertThatThrownBy(() -> sessions().end(session.user(), session.id(), NOW))
                .isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void knows_no_session_that_was_never_opened() {
        assertThat(sessions().isActive(new SessionId(UUID.randomUUID()), NOW)).isFalse();
    }

    @Test
    void does_not_count_a_session_of_a_closed_account() {
        User closed = aUser().closed().build();
        users().add(closed);
        Session session = session(closed.id());
        sessions().open(session, first, NOW);

        assertThat(sessions().isActive(session.id(), NOW)).isFalse();
        assertRefused(first, NOW);
    }

    @Test
    void gives_everyone_who_exchanges_a_token_at_once_a_successor_that_works() {
        Session session = open();
        List<RefreshToken> successors = Concurrently.run(6, n -> () -> {
            RefreshToken own = token();
            sessions().rotate(first, own, NOW);
            return own;
        });

        Set<Session> rotated = new HashSet<>();
        successors.forEach(token -> rotated.add(sessions().rotate(token, token(), NOW)));
        assertThat(rotated).containsExactly(session);
    }

    @Test
    void ends_the_family_when_a_stolen_token_and_its_successor_are_used_at_once() {
        Session session = open();
        RefreshToken second = token();
        sessions().rotate(first, second, NOW);
        Instant later = NOW.plus(Session.GRACE);

        List<RefreshToken> bought = Concurrently.run(6, n -> () -> {
            RefreshToken own = token();
            try {
                sessions().rotate(n % 2 == 0 ? first : second, own, later);
            } catch (Failure.NotSignedIn e) {
                return own;
            }
            return own;
        });

        assertThat(sessions().isActive(session.id(), later)).isFalse();
        bought.forEach(token -> assertRefused(token, later));
        assertRefused(second, later);
    }

    private Session open() {
        User user = aUser().build();
        users().add(user);
        Session session = session(user.id());
        sessions().open(session, first, NOW);
        return session;
    }

    private static Session session(UserId user) {
        return new Session(
                new SessionId(UUID.randomUUID()),
                user,
                new Client("192.0.2.7", "Mozilla/5.0"),
                NOW,
                NOW.plus(Session.LONGEST));
    }

    private void assertRefused(RefreshToken token, Instant at) {
        assertThatThrownBy(() -> sessions().rotate(token, token(), at)).isInstanceOf(Failure.NotSignedIn.class);
    }

    private static RefreshToken token() {
        return new RefreshToken(UUID.randomUUID().toString());
    }
}
