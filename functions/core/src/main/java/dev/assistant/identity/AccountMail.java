package dev.assistant.identity;

/** A mail to somebody about their account. */
public sealed interface AccountMail {
    /** Asks the owner of a new account to confirm their address. */
    record VerifyAddress(EmailAddress to, String username, MailedToken token) implements AccountMail {}

    /** Lets somebody who forgot their password choose another. */
    record ResetPassword(EmailAddress to, String username, MailedToken token) implements AccountMail {}

    /** Tells that the password was changed, in case somebody else did it. */
    record PasswordChanged(EmailAddress to, String username) implements AccountMail {}

    /**
     * A mail that nobody gets. Handed over in place of one to an address without an account, so that answering takes as long
     * (CWE-208).
     */
    record ToNobody() implements AccountMail {}
}
