package dev.assistant.testkit;

import dev.assistant.identity.RefreshToken;
import dev.assistant.identity.RefreshTokens;
import java.util.concurrent.atomic.AtomicLong;

/** Tokens that a test can tell apart. Thread-safe. */
public final class SequentialRefreshTokens implements RefreshTokens {
    private final AtomicLong last = new AtomicLong();

    @Override
    public RefreshToken next() {
        return new RefreshToken("refresh-token-" + last.incrementAndGet());
    }
}
