package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.repository.RepositoryGrant;
import dev.assistant.repository.RepositoryGrants;
import dev.assistant.repository.SealedGrant;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresRepositoryGrantsTest {
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Instant END = Instant.parse("2026-04-15T00:00:00Z");

    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.open(TestDatabase.fresh(), 2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_grant_is_its_owners_alone_and_replaces_the_one_before() {
        RepositoryGrants grants = grants();
        UserId ada = somebody();
        UserId bob = somebody();
        grants.put(ada, given(NOON, "first"));
        grants.recordRefusal(ada, NOON, NOON);
        grants.put(ada, given(LATER, "second"));

        assertThat(grants.sealed(ada)).contains(given(LATER, "second"));
        assertThat(grants.of(ada)).contains(RepositoryGrant.given(LATER));
        assertThat(grants.of(bob)).isEmpty();
        assertThat(grants.sealed(bob)).isEmpty();
        grants.remove(bob);
        assertThat(grants.of(ada)).isPresent();
        grants.remove(ada);
        assertThat(grants.of(ada)).isEmpty();
    }

    @Test
    void what_became_of_it_is_kept_until_the_contrary() {
        RepositoryGrants grants = grants();
        UserId ada = somebody();
        grants.put(ada, given(NOON, "sealed"));

        grants.recordRefusal(ada, NOON, LATER);
        assertThat(grants.of(ada).orElseThrow().refusedAt()).contains(LATER);

        grants.recordUse(ada, NOON, Optional.of(END), LATER);
        assertThat(grants.of(ada))
                .contains(new RepositoryGrant(NOON, Optional.of(LATER), Optional.of(END), Optional.empty()));
    }

    @Test
    void what_became_of_an_earlier_token_says_nothing_of_the_present_one() {
        RepositoryGrants grants = grants();
        UserId ada = somebody();
        grants.put(ada, given(LATER, "sealed"));

        grants.recordUse(ada, NOON, Optional.of(END), LATER);
        grants.recordRefusal(ada, NOON, LATER);

        assertThat(grants.of(ada)).contains(RepositoryGrant.given(LATER));
    }

    @Test
    void goes_with_the_account() {
        RepositoryGrants grants = grants();
        UserId ada = somebody();
        grants.put(ada, given(NOON, "sealed"));

        database.query(sql -> sql.sql("delete from users where id = :id")
                .param("id", ada.value())
                .update());

        assertThat(grants.of(ada)).isEmpty();
    }

    private RepositoryGrants grants() {
        return new PostgresRepositoryGrants(database);
    }

    private static UserId somebody() {
        User user = aUser().build();
        new PostgresUsers(database).add(user);
        return user.id();
    }

    private static SealedGrant given(Instant at, String sealed) {
        return new SealedGrant(RepositoryGrant.given(at), sealed);
    }
}
