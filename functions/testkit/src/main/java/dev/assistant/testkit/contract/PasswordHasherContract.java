package dev.assistant.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.Password;
import dev.assistant.identity.PasswordHasher;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link PasswordHasher} does. */
public abstract class PasswordHasherContract {
    private final Password password = new Password("Correct-horse-7");

    protected abstract PasswordHasher hasher();

    @Test
    void knows_the_password_behind_a_hash_and_no_other() {
        String hash = hasher().hash(password);

        assertThat(hash).doesNotContain(password.text());
        assertThat(hasher().matches(password, Optional.of(hash))).isTrue();
        assertThat(hasher().matches(new Password("correct-horse-7"), Optional.of(hash)))
                .isFalse();
        assertThat(hasher().matches(new Password(""), Optional.of(hash))).isFalse();
    }

    @Test
    void matches_nothing_when_there_is_no_hash() {
        assertThat(hasher().matches(password, Optional.empty())).isFalse();
    }
}
