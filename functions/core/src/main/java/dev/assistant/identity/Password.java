package dev.assistant.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A password as typed. Never printed, never stored; see {@link PasswordHasher}. */
public record Password(String text) {
    /** bcrypt reads no more than this many bytes, so longer passwords are refused instead of being cut. */
    public static final int MAX_BYTES = 72;

    public static final int MIN_LENGTH = 8;

    /** Why the password may not be chosen (SPEC section 3); empty when it may. */
    public Optional<String> weakness() {
        if (text.length() < MIN_LENGTH) {
            return Optional.of("Use at least " + MIN_LENGTH + " characters.");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("Use at most " + MAX_BYTES + " bytes (about as many characters).");
        }
        if (text.chars().noneMatch(Character::isUpperCase)
                || text.chars().noneMatch(Character::isLowerCase)
                || text.chars().noneMatch(Character::isDigit)) {
            return Optional.of("Use at least one upper-case letter, one lower-case letter and one digit.");
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
