package dev.assistant.testkit;

import dev.assistant.identity.Password;
import dev.assistant.identity.PasswordHasher;
import java.util.Optional;

/** "Hashes" by reversing: quick, and never to be mistaken for a password. Thread-safe. */
public final class PlainPasswordHasher implements PasswordHasher {
    private static final String PREFIX = "reversed:";

    @Override
    public String hash(Password password) {
        return PREFIX + new StringBuilder(password.text()).reverse();
    }

    @Override
    public boolean matches(Password password, Optional<String> hash) {
        return hash.isPresent() && hash.get().equals(hash(password));
    }
}
