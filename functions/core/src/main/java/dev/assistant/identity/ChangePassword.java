package dev.assistant.identity;

import dev.assistant.failure.Failure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Changes the password of somebody who is signed in and knows the present one; their other sessions end. Wrong guesses count
 * like those at signing in, so that a stolen session does not help to find the password. Thread-safe.
 */
public final class ChangePassword {
    private final Users users;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final Passwords passwords;
    private final LoginLimits limits;
    private final AccountMails mails;
    private final InstantSource clock;

    public ChangePassword(
            Users users,
            PasswordRules rules,
            PasswordHasher hasher,
            Passwords passwords,
            LoginLimits limits,
            AccountMails mails,
            InstantSource clock) {
        this.users = users;
        this.rules = rules;
        this.hasher = hasher;
        this.passwords = passwords;
        this.limits = limits;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * @param kept the session that makes the change, and stays
     * @throws Failure.Invalid when the present password is not right, or the new one may not be chosen
     * @throws Failure.Conflict when the account has no password, because its owner signs in elsewhere
     * @throws Failure.LimitReached after too many wrong guesses
     */
    public void change(UserId id, SessionId kept, Password present, Password wanted, Client client) {
        Instant now = clock.instant();
        User user = users.byId(id);
        rules.complaint(wanted).ifPresent(complaint -> {
            throw new Failure.Invalid("new_password", complaint);
        });
        if (user.passwordHash().isEmpty()) {
            throw new Failure.Conflict("This account has no password yet. Ask for a mail to choose one.");
        }
        limits.attempt(user.email().value(), client, now);
        if (!hasher.matches(present, user.passwordHash())) {
            throw new Failure.Invalid("current_password", "This is not your present password.");
        }
        limits.succeeded(user.email().value(), client, now);
        passwords.change(id, hasher.hash(wanted), Optional.of(kept), now);
        mails.sendIfPossible(new AccountMail.PasswordChanged(user.email(), user.username()));
    }
}
