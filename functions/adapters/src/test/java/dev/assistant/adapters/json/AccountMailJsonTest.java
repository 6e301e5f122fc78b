package dev.assistant.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.identity.AccountMail;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.JobNews;
import dev.assistant.identity.MailedToken;
import dev.assistant.identity.Provider;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountMailJsonTest {
    private static final EmailAddress ADA = new EmailAddress("ada@example.com");

    @Test
    void reads_every_mail_that_it_writes() {
        for (AccountMail mail : List.of(
                new AccountMail.VerifyAddress(ADA, "ada", new MailedToken("secret")),
                new AccountMail.ResetPassword(ADA, "ada", new MailedToken("secret")),
                new AccountMail.PasswordChanged(ADA, "ada"),
                new AccountMail.ProviderLinked(ADA, "ada", Provider.GITHUB),
                new AccountMail.ProviderUnlinked(ADA, "ada", Provider.GOOGLE),
                new AccountMail.AboutJob(ADA, "ada", UUID.randomUUID(), "security_audit", JobNews.AWAITING_APPROVAL),
                new AccountMail.ToNobody())) {
            assertThat(AccountMailJson.read(AccountMailJson.write(mail))).isEqualTo(mail);
        }
    }

    @Test
    void ignores_fields_that_it_does_not_know() {
        assertThat(AccountMailJson.read("""
                        {"kind": "password_changed", "to": "ada@example.com", "username": "ada", "later": [1]}""")).isEqualTo(new AccountMail.PasswordChanged(ADA, "ada"));
    }

    @Test
    void refuses_what_is_no_mail_without_repeating_it() {
        for (String body : List.of(
                "secret",
                "{}",
                "{\"kind\":\"secret\"}",
                "{\"kind\":\"reset_password\",\"to\":\"ada@example.com\",\"username\":\"ada\"}",
                "{\"kind\":\"about_job\",\"to\":\"ada@example.com\",\"username\":\"ada\",\"job\":\"secret\",\"workflow\":\"x\",\"news\":\"completed\"}",
                "{\"kind\":\"password_changed\",\"to\":\"secret\",\"username\":\"ada\"}")) {
            assertThatThrownBy(() -> AccountMailJson.read(body))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret");
        }
    }
}
