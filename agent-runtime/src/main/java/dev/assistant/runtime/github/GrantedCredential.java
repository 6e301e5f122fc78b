package dev.assistant.runtime.github;

import dev.assistant.identity.UserId;
import dev.assistant.repository.RepositoryGrant;
import dev.assistant.repository.RepositoryGrants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A person's own token. What became of it is recorded, an accepted one once an hour. */
final class GrantedCredential implements GitHubCredential {
    private static final Duration BETWEEN_RECORDS = Duration.ofHours(1);

    private final UserId owner;
    private final RepositoryGrant grant;
    private final String token;
    private final RepositoryGrants grants;
    private final InstantSource clock;
    private volatile Instant recorded;

    GrantedCredential(UserId owner, RepositoryGrant grant, String token, RepositoryGrants grants, InstantSource clock) {
        this.owner = owner;
        this.grant = grant;
        this.token = token;
        this.grants = grants;
        this.clock = clock;
        this.recorded = grant.lastUsedAt().orElse(Instant.EPOCH);
    }

    @Override
    public Optional<String> token() {
        return Optional.of(token);
    }

    @Override
    public boolean opensPrivate() {
        return true;
    }

    @Override
    public String whenRefused() {
        return "GitHub does not accept your access any more. Renew it in the settings.";
    }

    @Override
    public void accepted(Optional<Instant> expiresAt) {
        Instant now = clock.instant();
        if (recorded.plus(BETWEEN_RECORDS).isBefore(now)) {
            recorded = now;
            grants.recordUse(owner, grant.grantedAt(), expiresAt, now);
        }
    }

    @Override
    public void refused() {
        recorded = Instant.EPOCH;
        grants.recordRefusal(owner, grant.grantedAt(), clock.instant());
    }
}
