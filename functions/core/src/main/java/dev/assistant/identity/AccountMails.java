package dev.assistant.identity;

import dev.assistant.failure.Failure;

/** Takes mails to be delivered soon, at least once. Thread-safe. */
@FunctionalInterface
public interface AccountMails {
    /** @throws Failure.Unavailable when it is not taken */
    void send(AccountMail mail);

    /** Hands over a mail that comes with something already done, which must not look undone because the mail is not taken. */
    default void sendIfPossible(AccountMail mail) {
        try {
            send(mail);
        } catch (Failure.Unavailable e) {
            return; // whoever misses the mail can ask for another, or sees what was done in their settings
        }
    }
}
