package dev.assistant.identity;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Sends the verification mail again. An address without an account and one that is verified already get no mail, and whoever
 * asks cannot tell (CWE-204). Thread-safe.
 */
public final class ResendVerification {
    private final Users users;
    private final AskForVerification verification;
    private final MailLimits limits;
    private final AccountMails mails;
    private final InstantSource clock;

    public ResendVerification(
            Users users, AskForVerification verification, MailLimits limits, AccountMails mails, InstantSource clock) {
        this.users = users;
        this.verification = verification;
        this.limits = limits;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * @throws dev.assistant.failure.Failure.LimitReached after too many mails
     * @throws dev.assistant.failure.Failure.Unavailable when mails cannot be counted or sent
     */
    public void resend(EmailAddress email, Client client) {
        Instant now = clock.instant();
        limits.take(email, client, now);
        mails.send(users.findByEmail(email)
                .filter(user -> user.active() && !user.emailVerified())
                .map(verification::mail)
                .orElseGet(AccountMail.ToNobody::new));
    }
}
