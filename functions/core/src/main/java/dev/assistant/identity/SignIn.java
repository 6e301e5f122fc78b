package dev.assistant.identity;

import dev.assistant.failure.Failure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Signs somebody in with mail address and password. An unknown address, a wrong password and a closed account give one and
 * the same answer after the same time, so that nobody learns who has an account (CWE-204, CWE-208). Thread-safe.
 */
public final class SignIn {
    private final Users users;
    private final PasswordHasher hasher;
    private final LoginLimits limits;
    private final AddressPolicy policy;
    private final OpenSession openSession;
    private final InstantSource clock;

    public SignIn(
            Users users,
            PasswordHasher hasher,
            LoginLimits limits,
            AddressPolicy policy,
            OpenSession openSession,
            InstantSource clock) {
        this.users = users;
        this.hasher = hasher;
        this.limits = limits;
        this.policy = policy;
        this.openSession = openSession;
        this.clock = clock;
    }

    /**
     * @param email as typed
     * @throws Failure.NotSignedIn when the two do not belong together
     * @throws Failure.Forbidden when they do, and the address has to be verified first
     * @throws Failure.LimitReached after too many attempts
     * @throws Failure.Unavailable when attempts cannot be counted
     */
    public SignedIn signIn(String email, Password password, Client client) {
        Instant now = clock.instant();
        limits.attempt(email, client, now);
        User user = verified(email, password);
        limits.succeeded(email, client, now);
        policy.check(user);
        users.signedIn(user.id(), now);
        return openSession.open(user, client, now);
    }

    private User verified(String email, Password password) {
        Optional<User> user =
                EmailAddress.isValid(email) ? users.findByEmail(new EmailAddress(email)) : Optional.empty();
        boolean matches = hasher.matches(password, user.flatMap(User::passwordHash));
        return user.filter(found -> matches && found.active())
                .orElseThrow(() -> new Failure.NotSignedIn("The mail address or the password is not right."));
    }
}
