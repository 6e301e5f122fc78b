package dev.assistant.identity;

import java.util.Optional;

/** Which passwords may be chosen (SPEC section 3; OWASP ASVS 5.0, V6.2; CWE-521). Thread-safe. */
public final class PasswordRules {
    private final BreachedPasswords breached;

    public PasswordRules(BreachedPasswords breached) {
        this.breached = breached;
    }

    /** Why the password may not be chosen; empty when it may. */
    Optional<String> complaint(Password password) {
        return password.weakness().or(() -> known(password));
    }

    private Optional<String> known(Password password) {
        return breached.contains(password)
                ? Optional.of(
                        "This password is known from breaches and would be among the first to be tried. Choose another.")
                : Optional.empty();
    }
}
