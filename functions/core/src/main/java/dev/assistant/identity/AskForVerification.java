package dev.assistant.identity;

import dev.assistant.failure.Failure;
import dev.assistant.identity.MailedTokens.Purpose;
import java.time.InstantSource;

/** Mails somebody a link by which they show that they read the mails of their address. Thread-safe. */
public final class AskForVerification {
    private final MailedTokens tokens;
    private final Secrets secrets;
    private final AccountMails mails;
    private final InstantSource clock;

    public AskForVerification(MailedTokens tokens, Secrets secrets, AccountMails mails, InstantSource clock) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.mails = mails;
        this.clock = clock;
    }

    /** The mail with a token that counts from now on. */
    AccountMail mail(User user) {
        MailedToken token = new MailedToken(secrets.next());
        tokens.issue(user.id(), Purpose.VERIFY_ADDRESS, token, clock.instant());
        return new AccountMail.VerifyAddress(user.email(), user.username(), token);
    }

    /** Asks the owner of a new account, which exists whether or not the mail is taken: they can ask for another. */
    void askFirst(User user) {
        try {
            mails.send(mail(user));
        } catch (Failure.Unavailable e) {
            return;
        }
    }
}
