package dev.assistant.identity;

import dev.assistant.mail.Letter;
import java.util.Optional;

/**
 * Puts the mails about accounts into words. Tokens stand behind the {@code #} of a link, which browsers send to nobody: they
 * get into no server's log and no Referer header (CWE-598).
 */
public final class AccountLetters {
    private final String origin;

    /** @param origin the web application's, such as {@code https://assistant.example} */
    public AccountLetters(String origin) {
        this.origin = origin;
    }

    /** The letter; empty for a mail that nobody gets. */
    public Optional<Letter> write(AccountMail mail) {
        return switch (mail) {
            case AccountMail.VerifyAddress verify -> Optional.of(verify(verify));
            case AccountMail.ResetPassword reset -> Optional.of(reset(reset));
            case AccountMail.PasswordChanged changed -> Optional.of(changed(changed));
            case AccountMail.ProviderLinked linked -> Optional.of(linked(linked));
            case AccountMail.ProviderUnlinked unlinked -> Optional.of(unlinked(unlinked));
            case AccountMail.AboutJob about -> Optional.of(about(about));
            case AccountMail.ToNobody nobody -> Optional.empty();
        };
    }

    private Letter verify(AccountMail.VerifyAddress mail) {
        return letter(mail.to(), "Confirm your mail address", """
                Hello %s,

                welcome to Development Assistant. Please confirm that this address is yours:

                %s

                The link works once, within 24 hours. If you did not make an account, ignore this mail: without the
                confirmation nobody will write to you again.
                """.formatted(
                        mail.username(), link("verify-email", mail.token())));
    }

    private Letter reset(AccountMail.ResetPassword mail) {
        return letter(mail.to(), "Choose a new password", """
                Hello %s,

                somebody, probably you, asked for a new password for your account. Choose it here:

                %s

                The link works once, within an hour. Your sessions end when you use it. If you did not ask for it, ignore
                this mail: your password stays as it is.
                """.formatted(
                        mail.username(), link("reset-password", mail.token())));
    }

    private Letter changed(AccountMail.PasswordChanged mail) {
        return letter(
                mail.to(), "Your password was changed", """
                Hello %s,

                the password of your account was changed, and its other sessions were ended.

                If that was not you, choose a new password at once:

                %s
                """.formatted(mail.username(), origin + "/forgot-password"));
    }

    private Letter linked(AccountMail.ProviderLinked mail) {
        String provider = mail.provider().label();
        return letter(mail.to(), "You can now sign in with " + provider, """
                Hello %s,

                a %s account lets whoever has it into your account from now on: somebody linked it in the settings, or signed in
                with it for the first time and it has your mail address.

                If that was not you, choose a new password, which ends all sessions:

                %s

                Then remove %s among the ways to sign in:

                %s
                """.formatted(
                        mail.username(), provider, origin + "/forgot-password", provider, signInMethods()));
    }

    private Letter unlinked(AccountMail.ProviderUnlinked mail) {
        String provider = mail.provider().label();
        return letter(mail.to(), "You can no longer sign in with " + provider, """
                Hello %s,

                somebody has removed %s from the ways to sign in to your account.

                If that was not you, choose a new password, which ends all sessions:

                %s

                You can link %s again here:

                %s
                """.formatted(
                        mail.username(), provider, origin + "/forgot-password", provider, signInMethods()));
    }

    private String signInMethods() {
        return origin + "/settings/security";
    }

    private Letter about(AccountMail.AboutJob mail) {
        String job = mail.workflow().replace('_', ' ');
        String news = switch (mail.news()) {
            case COMPLETED -> "is finished";
            case FAILED -> "has failed";
            case AWAITING_APPROVAL -> "waits for your approval";
        };
        return letter(mail.to(), "Your " + job + " " + news, """
                Hello %s,

                your %s %s:

                %s

                You get this mail because your settings ask for it. Change that here:

                %s
                """.formatted(
                        mail.username(), job, news, origin + "/reviews/" + mail.job(), origin + "/settings"));
    }

    private String link(String page, MailedToken token) {
        return origin + "/" + page + "#token=" + token.text();
    }

    private static Letter letter(EmailAddress to, String subject, String text) {
        return new Letter(to.value(), subject + " · Development Assistant", text);
    }
}
