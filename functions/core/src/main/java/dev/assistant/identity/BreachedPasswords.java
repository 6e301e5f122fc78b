package dev.assistant.identity;

/** Passwords that many people have used and that breaches have made known. Thread-safe. */
@FunctionalInterface
public interface BreachedPasswords {
    /** Whether the password, or one that differs only in case, is known. */
    boolean contains(Password password);
}
