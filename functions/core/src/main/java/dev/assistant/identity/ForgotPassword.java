package dev.assistant.identity;

import dev.assistant.identity.MailedTokens.Purpose;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Mails a link by which somebody can choose a new password. An address without an account gets no mail, and whoever asks
 * cannot tell (CWE-204, CWE-640). Thread-safe.
 */
public final class ForgotPassword {
    private final Users users;
    private final MailedTokens tokens;
    private final Secrets secrets;
    private final MailLimits limits;
    private final AccountMails mails;
    private final InstantSource clock;

    public ForgotPassword(
            Users users,
            MailedTokens tokens,
            Secrets secrets,
            MailLimits limits,
            AccountMails mails,
            InstantSource clock) {
        this.users = users;
        this.tokens = tokens;
        this.secrets = secrets;
        this.limits = limits;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * @throws dev.assistant.failure.Failure.LimitReached after too many mails
     * @throws dev.assistant.failure.Failure.Unavailable when mails cannot be counted or sent
     */
    public void forgot(EmailAddress email, Client client) {
        Instant now = clock.instant();
        limits.take(email, client, now);
        mails.send(users.findByEmail(email)
                .filter(User::active)
                .map(user -> mail(user, now))
                .orElseGet(AccountMail.ToNobody::new));
    }

    private AccountMail mail(User user, Instant now) {
        MailedToken token = new MailedToken(secrets.next());
        tokens.issue(user.id(), Purpose.RESET_PASSWORD, token, now);
        return new AccountMail.ResetPassword(user.email(), user.username(), token);
    }
}
