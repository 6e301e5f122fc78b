package dev.assistant.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.adapters.aws.AwsClients;
import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.failure.Failure;
import dev.assistant.mail.Letter;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.testkit.engine.MailEngine;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sesv2.SesV2Client;

class SesMailSenderTest {
    private static SesV2Client client;
    private static SesMailSender sender;

    @BeforeAll
    static void connect() {
        AwsSettings settings = AwsSettings.from(new Environment(Map.of(
                "AWS_REGION",
                Engines.REGION,
                "AWS_ENDPOINT_URL_SESV2",
                Engines.mails().endpoint().toString())));
        client = new AwsClients(settings, LocalClients.CREDENTIALS).ses();
        sender = new SesMailSender(client, "Assistant <no-reply@example.com>");
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void sends_text_as_it_is() {
        sender.send(new Letter("zoe@example.com", "Grüße · an Zoë", "Zeile 1\nhttps://example.com/#token=x\n"));

        assertThat(Engines.mails().to("zoe@example.com"))
                .containsExactly(new MailEngine.Sent(
                        "Assistant <no-reply@example.com>",
                        "zoe@example.com",
                        "Grüße · an Zoë",
                        "Zeile 1\nhttps://example.com/#token=x\n"));
    }

    @Test
    void says_that_a_mail_will_never_be_taken() {
        assertThatThrownBy(() -> sender.send(new Letter("refused@example.com", "a", "b")))
                .isInstanceOf(Failure.Invalid.class)
                .hasMessageNotContaining("refused@");
    }

    @Test
    void says_that_a_mail_may_be_taken_later() {
        assertThatThrownBy(() -> sender.send(new Letter("busy@example.com", "a", "b")))
                .isInstanceOf(Failure.Unavailable.class);
    }

    @Test
    void takes_no_subject_that_would_add_a_header() {
        assertThatThrownBy(() -> new Letter("a@example.com", "Hello\r\nBcc: b@example.com", "text"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
