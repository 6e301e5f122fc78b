package dev.assistant.testkit.contract;

import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.ProfileChange;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.identity.Users;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Users} does. */
public abstract class UsersContract {
    private static final Instant LATER = Instant.parse("2026-01-15T09:30:00.123456Z");

    /** The accounts under test; the same ones each time within a test. */
    protected abstract Users users();

    @Test
    void gives_an_account_back_as_it_was() {
        User user = aUser().withFullName("Zoë O'Brien")
                .withPasswordHash("$2a$12$x")
                .administrator()
                .build();
        users().add(user);

        assertThat(users().byId(user.id())).isEqualTo(user);
        assertThat(users().findByEmail(user.email())).contains(user);
    }

    @Test
    void finds_no_account_that_is_not_there() {
        assertThatThrownBy(() -> users().byId(new UserId(UUID.randomUUID()))).isInstanceOf(Failure.NotFound.class);
        assertThat(users().findByEmail(new EmailAddress("nobody-" + UUID.randomUUID() + "@example.com")))
                .isEmpty();
    }

    @Test
    void refuses_an_address_that_has_an_account() {
        User first = aUser().build();
        users().add(first);

        assertThatThrownBy(() ->
                        users().add(aUser().withEmail(first.email().value()).build()))
                .isInstanceOf(Failure.Conflict.class)
                .hasMessageContaining("address");
    }

    @Test
    void refuses_a_username_that_is_taken_whatever_its_case() {
        User first = aUser().build();
        users().add(first);

        assertThatThrownBy(() -> users().add(aUser().named(first.username().toUpperCase(Locale.ROOT))
                        .build()))
                .isInstanceOf(Failure.Conflict.class)
                .hasMessageContaining("username");
    }

    @Test
    void changes_only_what_is_to_be_changed() {
        User user = aUser().withFullName("Ada").build();
        users().add(user);

        User changed = users().change(
                        user.id(), change(Optional.empty(), Optional.empty(), present("https://a/b.png")), LATER);

        assertThat(changed.avatarUrl()).contains("https://a/b.png");
        assertThat(changed.fullName()).contains("Ada");
        assertThat(changed.username()).isEqualTo(user.username());
        assertThat(changed.updatedAt()).isEqualTo(LATER);
        assertThat(users().byId(user.id())).isEqualTo(changed);
    }

    @Test
    void removes_what_is_to_be_removed() {
        User user = aUser().withFullName("Ada").build();
        users().add(user);

        User changed = users().change(
                        user.id(), change(Optional.empty(), Optional.of(Optional.empty()), Optional.empty()), LATER);

        assertThat(changed.fullName()).isEmpty();
    }

    @Test
    void renames_an_account_also_to_its_own_name_in_another_case() {
        User user = aUser().build();
        users().add(user);
        String name = user.username().toUpperCase(Locale.ROOT);

        User changed = users().change(user.id(), change(Optional.of(name), Optional.empty(), Optional.empty()), LATER);

        assertThat(changed.username()).isEqualTo(name);
    }

    @Test
    void refuses_to_rename_an_account_to_a_name_that_is_taken() {
        User first = aUser().build();
        User second = aUser().build();
        users().add(first);
        users().add(second);

        assertThatThrownBy(() -> users().change(
                                second.id(),
                                change(Optional.of(first.username()), Optional.empty(), Optional.empty()),
                                LATER))
                .isInstanceOf(Failure.Conflict.class);
        assertThat(users().byId(second.id()).username()).isEqualTo(second.username());
    }

    @Test
    void changes_no_account_that_is_not_there() {
        assertThatThrownBy(() -> users().change(
                                new UserId(UUID.randomUUID()),
                                change(Optional.empty(), present("Ada"), Optional.empty()),
                                LATER))
                .isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void remembers_the_last_sign_in() {
        User user = aUser().build();
        users().add(user);

        users().signedIn(user.id(), LATER);

        assertThat(users().byId(user.id()).lastLogin()).contains(LATER);
    }

    @Test
    void notes_that_an_address_is_verified() {
        User user = aUser().build();
        users().add(user);

        users().verifyAddress(user.id(), LATER);
        users().verifyAddress(new UserId(UUID.randomUUID()), LATER);

        assertThat(users().byId(user.id()).emailVerified()).isTrue();
        assertThat(users().byId(user.id()).updatedAt()).isEqualTo(LATER);
    }

    private static ProfileChange change(
            Optional<String> username, Optional<Optional<String>> fullName, Optional<Optional<String>> avatarUrl) {
        return new ProfileChange(username, fullName, avatarUrl);
    }

    private static Optional<Optional<String>> present(String value) {
        return Optional.of(Optional.of(value));
    }
}
