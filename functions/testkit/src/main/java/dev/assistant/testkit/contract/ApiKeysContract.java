package dev.assistant.testkit.contract;

import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.ApiKey;
import dev.assistant.identity.ApiKeyId;
import dev.assistant.identity.ApiKeys;
import dev.assistant.identity.Caller;
import dev.assistant.identity.Scope;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.identity.Users;
import dev.assistant.testkit.Concurrently;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link ApiKeys} does. */
public abstract class ApiKeysContract {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    private final String hash = UUID.randomUUID().toString();

    /** The keys under test; the same ones each time within a test. */
    protected abstract ApiKeys keys();

    /** The accounts that they belong to. */
    protected abstract Users users();

    @Test
    void lets_the_owner_in_with_the_scopes_of_the_key_and_no_session() {
        User ada = account(aUser().administrator().build());
        ApiKey key = key(ada.id(), Optional.empty());
        add(key, hash);

        assertThat(keys().use(hash, NOW))
                .contains(Caller.withKey(ada.id(), ada.role(), key.id(), Set.of(Scope.READ, Scope.EXECUTE)));
    }

    @Test
    void lets_nobody_in_who_has_no_key() {
        assertThat(keys().use(UUID.randomUUID().toString(), NOW)).isEmpty();
    }

    @Test
    void lets_nobody_in_once_the_key_has_expired() {
        UserId ada = account(aUser().build()).id();
        add(key(ada, Optional.of(NOW.plusSeconds(60))), hash);

        assertThat(keys().use(hash, NOW.plusSeconds(59))).isPresent();
        assertThat(keys().use(hash, NOW.plusSeconds(60))).isEmpty();
        assertThat(keys().of(ada)).hasSize(1);
    }

    @Test
    void lets_nobody_in_whose_account_is_closed() {
        UserId closed = account(aUser().closed().build()).id();
        add(key(closed, Optional.empty()), hash);

        assertThat(keys().use(hash, NOW)).isEmpty();
    }

    @Test
    void notes_a_use_at_most_once_a_minute() {
        UserId ada = account(aUser().build()).id();
        add(key(ada, Optional.empty()), hash);
        assertThat(keys().of(ada).getFirst().lastUsedAt()).isEmpty();

        use(NOW);
        use(NOW.plusSeconds(59));
        assertThat(keys().of(ada).getFirst().lastUsedAt()).contains(NOW);
        use(NOW.plusSeconds(60));

        assertThat(keys().of(ada).getFirst().lastUsedAt()).contains(NOW.plusSeconds(60));
    }

    @Test
    void lists_the_owners_keys_only_and_the_latest_first() {
        UserId ada = account(aUser().build()).id();
        UserId bob = account(aUser().build()).id();
        ApiKey early = key(ada, Optional.empty());
        ApiKey late = new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                ada,
                "late",
                "dak_late",
                Set.of(Scope.WRITE),
                Optional.empty(),
                Optional.of(NOW.plusSeconds(9)),
                NOW.plusSeconds(1));
        add(early, hash);
        add(late, UUID.randomUUID().toString());
        add(key(bob, Optional.empty()), UUID.randomUUID().toString());

        assertThat(keys().of(ada)).containsExactly(late, early);
    }

    @Test
    void deletes_a_key_for_its_owner_only() {
        UserId ada = account(aUser().build()).id();
        UserId bob = account(aUser().build()).id();
        ApiKey key = key(ada, Optional.empty());
        add(key, hash);

        assertThatThrownBy(() -> keys().delete(bob, key.id())).isInstanceOf(Failure.NotFound.class);
        assertThat(keys().use(hash, NOW)).isPresent();
        keys().delete(ada, key.id());
        assertThat(keys().use(hash, NOW)).isEmpty();
        assertThatThrownBy(() -> keys().delete(ada, key.id())).isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void makes_one_key_for_one_request_until_the_key_is_deleted() {
        UserId ada = account(aUser().build()).id();
        UserId bob = account(aUser().build()).id();
        ApiKey first = key(ada, Optional.empty());
        keys().add(first, hash, Optional.of(new IdempotencyKey("once", "request")));

        assertThatThrownBy(() -> again(ada, "request"))
                .isInstanceOf(Failure.Conflict.class)
                .hasMessage(ApiKeys.madeBefore().getMessage());
        assertThatThrownBy(() -> again(ada, "another"))
                .isInstanceOf(Failure.Conflict.class)
                .hasMessage(IdempotencyKey.taken().getMessage());
        again(bob, "request");
        assertThat(keys().of(ada)).containsExactly(first);
        keys().delete(ada, first.id());
        again(ada, "request");
        assertThat(keys().of(ada)).hasSize(1);
    }

    @Test
    void stores_no_more_keys_than_an_account_may_have_even_at_once() {
        UserId ada = account(aUser().build()).id();
        for (int n = 0; n < ApiKeys.MOST - 1; n++) {
            add(key(ada, Optional.empty()), UUID.randomUUID().toString());
        }

        List<Boolean> added = Concurrently.run(4, n -> () -> {
            try {
                add(key(ada, Optional.empty()), UUID.randomUUID().toString());
                return true;
            } catch (Failure.Conflict e) {
                return false;
            }
        });

        assertThat(added).containsOnlyOnce(true);
        assertThat(keys().of(ada)).hasSize(ApiKeys.MOST);
    }

    private void again(UserId owner, String request) {
        keys().add(
                        key(owner, Optional.empty()),
                        UUID.randomUUID().toString(),
                        Optional.of(new IdempotencyKey("once", request)));
    }

    private void add(ApiKey key, String secretHash) {
        keys().add(key, secretHash, Optional.empty());
    }

    private void use(Instant at) {
        assertThat(keys().use(hash, at)).isPresent();
    }

    private User account(User user) {
        users().add(user);
        return user;
    }

    private static ApiKey key(UserId owner, Optional<Instant> expiresAt) {
        return new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                owner,
                "Continuous integration",
                "dak_abcd",
                Set.of(Scope.READ, Scope.EXECUTE),
                Optional.empty(),
                expiresAt,
                NOW);
    }
}
