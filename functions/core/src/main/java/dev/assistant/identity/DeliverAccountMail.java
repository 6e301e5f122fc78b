package dev.assistant.identity;

import dev.assistant.mail.MailSender;

/** Delivers a mail that {@link AccountMails} took. Repeating it sends the same mail again, which does no harm. Thread-safe. */
public final class DeliverAccountMail {
    private final AccountLetters letters;
    private final MailSender sender;

    public DeliverAccountMail(AccountLetters letters, MailSender sender) {
        this.letters = letters;
        this.sender = sender;
    }

    /**
     * @throws dev.assistant.failure.Failure.Unavailable when it may work later
     * @throws dev.assistant.failure.Failure.Invalid when this mail will never be taken
     */
    public void deliver(AccountMail mail) {
        letters.write(mail).ifPresent(sender::send);
    }
}
