package dev.assistant.identity;

import java.util.UUID;

/** A mail to somebody about their account. */
public sealed interface AccountMail {
    /** Asks the owner of a new account to confirm their address. */
    record VerifyAddress(EmailAddress to, String username, MailedToken token) implements AccountMail {}

    /** Lets somebody who forgot their password choose another. */
    record ResetPassword(EmailAddress to, String username, MailedToken token) implements AccountMail {}

    /** Tells that the password was changed, in case somebody else did it. */
    record PasswordChanged(EmailAddress to, String username) implements AccountMail {}

    /** Tells that a provider lets somebody into the account from now on, in case that is not its owner. */
    record ProviderLinked(EmailAddress to, String username, Provider provider) implements AccountMail {}

    /** Tells that a provider's account lets nobody in any more, in case its owner did not do that. */
    record ProviderUnlinked(EmailAddress to, String username, Provider provider) implements AccountMail {}

    /**
     * Tells what became of a job, as its owner's preferences ask.
     *
     * @param workflow of the job, such as {@code quick_code_review}
     */
    record AboutJob(EmailAddress to, String username, UUID job, String workflow, JobNews news) implements AccountMail {}

    /**
     * A mail that nobody gets. Handed over in place of one to an address without an account, so that answering takes as long
     * (CWE-208).
     */
    record ToNobody() implements AccountMail {}
}
