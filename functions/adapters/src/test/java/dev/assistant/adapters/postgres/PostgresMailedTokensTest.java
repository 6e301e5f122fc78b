package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.Client;
import dev.assistant.identity.MailedToken;
import dev.assistant.identity.MailedTokens;
import dev.assistant.identity.MailedTokens.Purpose;
import dev.assistant.identity.RefreshToken;
import dev.assistant.identity.Session;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.testkit.Concurrently;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresMailedTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    private static Database database;
    private static MailedTokens tokens;

    private final MailedToken token = new MailedToken(UUID.randomUUID().toString());

    @BeforeAll
    static void open() {
        database = Database.open(TestDatabase.fresh(), 6);
        tokens = new PostgresMailedTokens(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void knows_whose_token_it_is_until_it_is_used() {
        UserId ada = account(aUser().build());
        tokens.issue(ada, Purpose.RESET_PASSWORD, token, NOW);

        assertThat(tokens.find(token, Purpose.RESET_PASSWORD, NOW)).contains(ada);
        assertThat(tokens.use(token, Purpose.RESET_PASSWORD, NOW)).contains(ada);
        assertThat(tokens.find(token, Purpose.RESET_PASSWORD, NOW)).isEmpty();
        assertThat(tokens.use(token, Purpose.RESET_PASSWORD, NOW)).isEmpty();
    }

    @Test
    void knows_no_token_once_its_time_is_over() {
        UserId ada = account(aUser().build());
        tokens.issue(ada, Purpose.RESET_PASSWORD, token, NOW);
        Instant end = NOW.plus(Purpose.RESET_PASSWORD.lifetime());

        assertThat(tokens.find(token, Purpose.RESET_PASSWORD, end.minusMillis(1)))
                .contains(ada);
        assertThat(tokens.find(token, Purpose.RESET_PASSWORD, end)).isEmpty();
        assertThat(tokens.use(token, Purpose.RESET_PASSWORD, end)).isEmpty();
    }

    @Test
    void takes_a_token_for_nothing_else_than_it_was_issued_for() {
        UserId ada = account(aUser().build());
        tokens.issue(ada, Purpose.VERIFY_ADDRESS, token, NOW);

        assertThat(tokens.use(token, Purpose.RESET_PASSWORD, NOW)).isEmpty();
        assertThat(tokens.use(token, Purpose.VERIFY_ADDRESS, NOW)).contains(ada);
    }

    @Test
    void forgets_the_earlier_token_of_the_same_person_and_purpose_only() {
        UserId ada = account(aUser().build());
        MailedToken second = new MailedToken(UUID.randomUUID().toString());
        MailedToken other = new MailedToken(UUID.randomUUID().toString());
        tokens.issue(ada, Purpose.VERIFY_ADDRESS, token, NOW);
        tokens.issue(ada, Purpose.RESET_PASSWORD, other, NOW);

        tokens.issue(ada, Purpose.VERIFY_ADDRESS, second, NOW);

        assertThat(tokens.find(token, Purpose.VERIFY_ADDRESS, NOW)).isEmpty();
        assertThat(tokens.find(second, Purpose.VERIFY_ADDRESS, NOW)).contains(ada);
        assertThat(tokens.find(other, Purpose.RESET_PASSWORD, NOW)).contains(ada);
    }

    @Test
    void takes_no_token_of_a_closed_account() {
        UserId closed = account(aUser().closed().build());
        tokens.issue(closed, Purpose.RESET_PASSWORD, token, NOW);

        assertThat(tokens.find(token, Purpose.RESET_PASSWORD, NOW)).isEmpty();
        assertThat(tokens.use(token, Purpose.RESET_PASSWORD, NOW)).isEmpty();
    }

    @Test
    void lets_one_of_several_use_a_token() {
        UserId ada = account(aUser().build());
        tokens.issue(ada, Purpose.RESET_PASSWORD, token, NOW);

        List<Optional<UserId>> uses = Concurrently.run(5, n -> () -> tokens.use(token, Purpose.RESET_PASSWORD, NOW));

        assertThat(uses.stream().flatMap(Optional::stream)).containsExactly(ada);
    }

    @Test
    void stores_no_token_that_could_be_used() {
        tokens.issue(account(aUser().build()), Purpose.RESET_PASSWORD, token, NOW);

        List<String> stored = database.query(sql -> sql.sql("select t::text from mailed_tokens t")
                .query(String.class)
                .list());

        assertThat(stored).isNotEmpty().noneMatch(row -> row.contains(token.text()));
    }

    @Test
    void a_changed_password_ends_all_sessions_but_the_one_that_stays() {
        PostgresSessions sessions = new PostgresSessions(database);
        UserId ada = account(aUser().build());
        UserId bob = account(aUser().build());
        SessionId kept = session(sessions, ada);
        SessionId ended = session(sessions, ada);
        SessionId foreign = session(sessions, bob);

        new PostgresPasswords(database).change(ada, "$2a$12$new", Optional.of(kept), NOW);

        assertThat(new PostgresUsers(database).byId(ada).passwordHash()).contains("$2a$12$new");
        assertThat(sessions.isActive(kept, NOW)).isTrue();
        assertThat(sessions.isActive(ended, NOW)).isFalse();
        assertThat(sessions.isActive(foreign, NOW)).isTrue();
        new PostgresPasswords(database).change(ada, "$2a$12$newer", Optional.empty(), NOW);
        assertThat(sessions.isActive(kept, NOW)).isFalse();
    }

    private static UserId account(User user) {
        new PostgresUsers(database).add(user);
        return user.id();
    }

    private static SessionId session(PostgresSessions sessions, UserId owner) {
        Session session = new Session(
                new SessionId(UUID.randomUUID()), owner, new Client("192.0.2.1", "test"), NOW, NOW.plusSeconds(600));
        sessions.open(session, new RefreshToken(UUID.randomUUID().toString()), NOW);
        return session.id();
    }
}
