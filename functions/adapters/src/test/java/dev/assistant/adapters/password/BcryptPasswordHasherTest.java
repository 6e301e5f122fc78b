package dev.assistant.adapters.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.Password;
import dev.assistant.identity.PasswordHasher;
import dev.assistant.testkit.contract.PasswordHasherContract;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BcryptPasswordHasherTest extends PasswordHasherContract {
    private final BcryptPasswordHasher hasher = new BcryptPasswordHasher();

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @Test
    void hashes_with_cost_12_and_a_salt_of_its_own() {
        Password password = new Password("Correct-horse-7");

        assertThat(hasher.hash(password)).startsWith("$2a$12$").isNotEqualTo(hasher.hash(password));
    }

    @Test
    void does_not_take_a_longer_password_for_the_one_it_begins_with() {
        String longest = "Aa1" + "x".repeat(69);
        String hash = hasher.hash(new Password(longest));

        assertThat(hasher.matches(new Password(longest), Optional.of(hash))).isTrue();
        assertThat(hasher.matches(new Password(longest + "y"), Optional.of(hash)))
                .isFalse();
    }
}
