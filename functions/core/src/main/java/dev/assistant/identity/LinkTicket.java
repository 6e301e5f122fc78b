package dev.assistant.identity;

import java.time.Duration;

/**
 * An opaque 256-bit permission to link one account of a provider with the account that asked for it. Works once, in the session
 * that asked. Only its hash is stored.
 */
public record LinkTicket(String text) {
    /** As long as somebody may take at the provider. */
    public static final Duration LIFETIME = SignInAttempt.LIFETIME;

    /** SHA-256 in hex. */
    public String hash() {
        return Secrets.hash(text);
    }

    @Override
    public String toString() {
        return "LinkTicket[hidden]";
    }
}
