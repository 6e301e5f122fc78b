package dev.assistant.runtime.github;

import dev.assistant.identity.UserId;
import dev.assistant.repository.RepositoryGrants;
import dev.assistant.repository.SealedGrant;
import dev.assistant.repository.TokenSeal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks GitHub in a person's own name where they have given access, and in the installation's else. Whether they still do is looked up
 * each time, so that a withdrawn access ends at once; a token that was opened stays in memory while it is theirs. Thread-safe.
 */
public final class GrantedAccess implements GitHubAccess {
    private static final int MOST_OPENED = 1_000;

    private final GitHubApi installation;
    private final RepositoryGrants grants;
    private final TokenSeal seal;
    private final InstantSource clock;
    private final Map<UserId, Opened> opened = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, Opened> eldest) {
            return size() > MOST_OPENED;
        }
    });

    /** @param installation asks for who has given none */
    public GrantedAccess(GitHubApi installation, RepositoryGrants grants, TokenSeal seal, InstantSource clock) {
        this.installation = installation;
        this.grants = grants;
        this.seal = seal;
        this.clock = clock;
    }

    private record Opened(Instant grantedAt, GitHubApi api) {}

    @Override
    public GitHubApi of(UserId person) {
        return grants.sealed(person).map(grant -> own(person, grant)).orElseGet(() -> {
            opened.remove(person);
            return installation;
        });
    }

    private GitHubApi own(UserId person, SealedGrant sealed) {
        Instant grantedAt = sealed.grant().grantedAt();
        Opened known = opened.get(person);
        if (known != null && known.grantedAt().equals(grantedAt)) {
            return known.api();
        }
        String token = seal.open(person, sealed.sealed());
        GitHubApi api = installation.as(new GrantedCredential(person, sealed.grant(), token, grants, clock));
        opened.put(person, new Opened(grantedAt, api));
        return api;
    }
}
