package dev.assistant.identity;

import dev.assistant.failure.Failure;
import dev.assistant.identity.MailedTokens.Purpose;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sets the password of somebody who got the mail of {@link ForgotPassword}, and ends their sessions. Thread-safe. */
public final class ResetPassword {
    private final Users users;
    private final MailedTokens tokens;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final Passwords passwords;
    private final LoginLimits limits;
    private final AccountMails mails;
    private final InstantSource clock;

    public ResetPassword(
            Users users,
            MailedTokens tokens,
            PasswordRules rules,
            PasswordHasher hasher,
            Passwords passwords,
            LoginLimits limits,
            AccountMails mails,
            InstantSource clock) {
        this.users = users;
        this.tokens = tokens;
        this.rules = rules;
        this.hasher = hasher;
        this.passwords = passwords;
        this.limits = limits;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * A password that may not be chosen leaves the token as it is. The token also shows that the address is its owner's.
     *
     * @throws Failure.Invalid when the token is unknown, used or too old, or the password may not be chosen
     */
    public void reset(MailedToken token, Password password) {
        Instant now = clock.instant();
        // Looked at before hashing, which is expensive, and used up after it.
        User user =
                tokens.find(token, Purpose.RESET_PASSWORD, now).map(users::byId).orElseThrow(ResetPassword::refused);
        rules.complaint(password).ifPresent(complaint -> {
            throw new Failure.Invalid("password", complaint);
        });
        String hash = hasher.hash(password);
        UserId owner = tokens.use(token, Purpose.RESET_PASSWORD, now).orElseThrow(ResetPassword::refused);
        passwords.change(owner, hash, Optional.empty(), now);
        users.verifyAddress(owner, now);
        limits.forgive(user.email().value());
        mails.sendIfPossible(new AccountMail.PasswordChanged(user.email(), user.username()));
    }

    private static Failure.Invalid refused() {
        return new Failure.Invalid(
                "token", "This link was used already, is too old, or a newer mail replaced it. Ask for another mail.");
    }
}
