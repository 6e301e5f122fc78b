package dev.assistant.identity;

import dev.assistant.failure.Failure;
import dev.assistant.identity.MailedTokens.Purpose;
import java.time.Instant;
import java.time.InstantSource;

/** Takes the token of a verification mail. Thread-safe. */
public final class VerifyAddress {
    private final Users users;
    private final MailedTokens tokens;
    private final InstantSource clock;

    public VerifyAddress(Users users, MailedTokens tokens, InstantSource clock) {
        this.users = users;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @throws Failure.Invalid when the token is unknown, used or too old */
    public void verify(MailedToken token) {
        Instant now = clock.instant();
        UserId owner = tokens.use(token, Purpose.VERIFY_ADDRESS, now).orElseThrow(VerifyAddress::refused);
        users.verifyAddress(owner, now);
    }

    private static Failure.Invalid refused() {
        return new Failure.Invalid(
                "token", "This link was used already, is too old, or a newer mail replaced it. Ask for another mail.");
    }
}
