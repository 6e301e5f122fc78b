package dev.assistant.identity;

import java.util.Optional;

/** Turns passwords into hashes that are slow to guess: bcrypt with cost 12 (SPEC section 3). Thread-safe. */
public interface PasswordHasher {
    /** A salted hash, safe to store. */
    String hash(Password password);

    /**
     * Whether the password is the one behind the hash. Takes as long when there is no hash (unknown account, or one that
     * signs in elsewhere) as when there is, so that the time tells nothing.
     */
    boolean matches(Password password, Optional<String> hash);
}
