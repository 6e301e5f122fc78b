package dev.assistant.mail;

/** Delivers mails. Thread-safe. */
@FunctionalInterface
public interface MailSender {
    /**
     * @throws dev.assistant.failure.Failure.Unavailable when it may work later
     * @throws dev.assistant.failure.Failure.Invalid when this mail will never be taken
     */
    void send(Letter letter);
}
