package dev.assistant.identity;

/** What an account may do beyond its own data (SPEC section 3). */
public enum Role {
    USER,
    ADMIN
}
