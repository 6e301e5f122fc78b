package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.identity.LinkedIdentities;
import dev.assistant.identity.Provider;
import dev.assistant.identity.ProviderIdentity;
import dev.assistant.identity.User;
import dev.assistant.testkit.Concurrently;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresLinkedIdentitiesTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    private static Database database;
    private static LinkedIdentities identities;
    private static PostgresUsers users;

    @BeforeAll
    static void open() {
        database = Database.open(TestDatabase.fresh(), 6);
        identities = new PostgresLinkedIdentities(database);
        users = new PostgresUsers(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void stores_an_account_with_the_identity_that_it_was_made_with() {
        User ada = fresh();
        ProviderIdentity identity = identity(Provider.GOOGLE, ada);

        assertThat(identities.add(ada, identity)).isTrue();

        assertThat(identities.find(identity)).contains(ada.id());
        assertThat(identities.find(identity(Provider.GITHUB, ada))).isEmpty();
        assertThat(origin(ada)).isEqualTo("google " + identity.subject());
    }

    @Test
    void stores_neither_when_one_cannot_be() {
        User ada = fresh();
        identities.add(ada, identity(Provider.GOOGLE, ada));
        User sameName = aUser().named(ada.username().toUpperCase(Locale.ROOT))
                .withEmail(UUID.randomUUID() + "@example.com")
                .build();
        User sameIdentity = fresh();

        assertThat(identities.add(sameName, identity(Provider.GOOGLE, sameName)))
                .isFalse();
        assertThatThrownBy(() -> identities.add(sameIdentity, identity(Provider.GOOGLE, ada)))
                .isInstanceOf(Failure.Conflict.class);

        assertThat(identities.find(identity(Provider.GOOGLE, sameName))).isEmpty();
        assertThat(users.findByEmail(sameIdentity.email())).isEmpty();
    }

    @Test
    void leaves_one_way_in_when_both_are_taken_away_at_the_same_time() {
        User ada = fresh();
        identities.add(ada, identity(Provider.GOOGLE, ada));
        identities.link(ada.id(), identity(Provider.GITHUB, ada), NOW);

        var removed = Concurrently.run(2, n -> () -> {
            try {
                identities.unlink(
                        ada.id(), List.of(Provider.GOOGLE, Provider.GITHUB).get(n), NOW);
                return true;
            } catch (Failure.Conflict e) {
                return false;
            }
        });

        assertThat(removed).containsExactlyInAnyOrder(true, false);
        assertThat(identities.of(ada.id()))
                .singleElement()
                .satisfies(left ->
                        assertThat(origin(ada)).startsWith(left.provider().word()));
    }

    @Test
    void makes_one_account_of_many_who_come_at_the_same_time_as_the_same_person() {
        User ada = fresh();
        ProviderIdentity identity = identity(Provider.GITHUB, ada);

        var made = Concurrently.run(6, n -> () -> {
            try {
                return identities.add(
                        aUser().named(ada.username() + n)
                                .withEmail(ada.email().value())
                                .build(),
                        identity);
            } catch (Failure.Conflict e) {
                return false;
            }
        });

        assertThat(made).containsOnlyOnce(true);
    }

    @Test
    void links_one_identity_of_each_provider_and_keeps_the_first_as_the_accounts_origin() {
        User ada = fresh();
        users.add(ada);
        User bob = fresh();
        users.add(bob);

        identities.link(ada.id(), identity(Provider.GITHUB, ada), NOW);
        identities.link(ada.id(), identity(Provider.GOOGLE, ada), NOW);

        assertThat(origin(ada)).startsWith("github ");
        assertThatThrownBy(() -> identities.link(ada.id(), identity(Provider.GOOGLE, bob), NOW))
                .isInstanceOf(Failure.Conflict.class);
        assertThatThrownBy(() -> identities.link(bob.id(), identity(Provider.GOOGLE, ada), NOW))
                .isInstanceOf(Failure.Conflict.class);
        assertThat(identities.find(identity(Provider.GOOGLE, bob))).isEmpty();
    }

    private static String origin(User user) {
        return database.query(sql -> sql.sql("select oauth_provider || ' ' || oauth_id from users where id = :id")
                .param("id", user.id().value())
                .query(String.class)
                .single());
    }

    private static User fresh() {
        String name = "n" + UUID.randomUUID().toString().substring(0, 12);
        return aUser().named(name).withEmail(name + "@example.com").build();
    }

    private static ProviderIdentity identity(Provider provider, User user) {
        return new ProviderIdentity(
                provider,
                "subject of " + user.username(),
                user.email(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
