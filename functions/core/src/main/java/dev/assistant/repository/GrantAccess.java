package dev.assistant.repository;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import java.time.InstantSource;
import java.util.regex.Pattern;

/** Takes a person's token for repositories, and keeps it sealed. Thread-safe. */
public final class GrantAccess {
    /** Every kind of token that GitHub has made, prefixes included. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_]{20,255}");

    private final RepositoryGrants grants;
    private final TokenSeal seal;
    private final InstantSource clock;

    public GrantAccess(RepositoryGrants grants, TokenSeal seal, InstantSource clock) {
        this.grants = grants;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Puts the token in the place of what was there. Whether the host accepts it shows at its first use: who takes it has no way
     * to the internet.
     *
     * @throws Failure.Invalid when it cannot be a token
     */
    public RepositoryGrant grant(UserId owner, String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new Failure.Invalid(
                    "token", "Paste the token as GitHub shows it: 20 to 255 letters, digits and underscores.");
        }
        RepositoryGrant grant = RepositoryGrant.given(clock.instant());
        grants.put(owner, new SealedGrant(grant, seal.seal(owner, token)));
        return grant;
    }
}
