package dev.assistant.identity;

import dev.assistant.failure.Failure;
import dev.assistant.id.Ids;
import dev.assistant.url.HttpsAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Finds, links or makes the account of somebody whom a provider knows, and signs them in.
 *
 * <p>An account is linked by its address only when both sides have verified that address. Where the provider has not, anybody
 * could claim it. Where we have not, the account may have been made by somebody who waits for the address's owner to join them
 * in it (pre-hijacking: Sudhodanan and Paverd, "Pre-hijacked accounts", 2022): the owner first takes the account over by
 * choosing a password through their mail, which puts everybody else out. Thread-safe.
 */
public final class SignInThroughProvider implements ProviderAccounts {
    private final Users users;
    private final LinkedIdentities identities;
    private final AccountMails mails;
    private final OpenSession openSession;
    private final Ids ids;
    private final InstantSource clock;

    public SignInThroughProvider(
            Users users,
            LinkedIdentities identities,
            AccountMails mails,
            OpenSession openSession,
            Ids ids,
            InstantSource clock) {
        this.users = users;
        this.identities = identities;
        this.mails = mails;
        this.openSession = openSession;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public SignedIn signIn(ProviderIdentity identity, Client client) {
        Instant now = clock.instant();
        User user = identities.find(identity).map(users::byId).orElseGet(() -> joined(identity, now));
        requireActive(user);
        users.signedIn(user.id(), now);
        return openSession.open(user, client, now);
    }

    private User joined(ProviderIdentity identity, Instant now) {
        if (!identity.emailVerified()) {
            throw new Failure.Forbidden(
                    "%s has not verified your mail address. Verify it there first, or make an account with a password."
                            .formatted(identity.provider().label()));
        }
        return users.findByEmail(identity.email())
                .map(owner -> linked(owner, identity, now))
                .orElseGet(() -> added(identity, now));
    }

    private User linked(User owner, ProviderIdentity identity, Instant now) {
        requireActive(owner);
        if (!owner.emailVerified()) {
            throw new Failure.Conflict(
                    "There is an account with this mail address, but nobody has confirmed the address yet, so it may not be"
                            + " yours. Choose a new password through \"Forgot password\", then try again.");
        }
        identities.link(owner.id(), identity, now);
        mails.sendIfPossible(new AccountMail.ProviderLinked(owner.email(), owner.username(), identity.provider()));
        return owner;
    }

    private User added(ProviderIdentity identity, Instant now) {
        return UsernameProposals.of(identity, ids)
                .map(username -> account(identity, username, now))
                .filter(user -> identities.add(user, identity))
                .findFirst()
                .orElseThrow(() -> new Failure.Conflict("No username could be found for you. Try again."));
    }

    private User account(ProviderIdentity identity, String username, Instant now) {
        return new User(
                new UserId(ids.next()),
                identity.email(),
                username,
                Optional.empty(),
                identity.fullName()
                        .map(String::strip)
                        .filter(name ->
                                !name.isEmpty() && ProfileRules.fullName(name).isEmpty()),
                identity.avatarUrl().filter(url -> HttpsAddress.complaint(url).isEmpty()),
                Role.USER,
                true,
                true,
                now,
                now,
                Optional.empty());
    }

    private static void requireActive(User user) {
        if (!user.active()) {
            throw new Failure.Forbidden("This account is closed.");
        }
    }
}
