package dev.assistant.adapters.password;

import dev.assistant.identity.Password;
import dev.assistant.identity.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** bcrypt with cost 12, about a quarter of a second on one core (SPEC section 3, CWE-916). Thread-safe. */
public final class BcryptPasswordHasher implements PasswordHasher {
    private static final int COST = 12;

    /** The hash of a random text that nobody kept; compared with when there is no account (CWE-208). */
    private static final String NOBODY = "$2a$12$ref91WyGkaOw1nXa8LaVxONruEUYBx40JRT/UZQnMsOL1rrTd3O8m";

    @Override
    public String hash(Password password) {
        return BCrypt.hashpw(password.text(), BCrypt.gensalt(COST));
    }

    @Override
    public boolean matches(Password password, Optional<String> hash) {
        // bcrypt reads 72 bytes; a longer one would match its own beginning.
        boolean tooLong = password.text().getBytes(StandardCharsets.UTF_8).length > Password.MAX_BYTES;
        String text = tooLong ? "" : password.text();
        return BCrypt.checkpw(text, hash.orElse(NOBODY)) && hash.isPresent() && !tooLong;
    }
}
