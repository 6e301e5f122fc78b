package dev.assistant.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.testkit.engine.Loopback;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailCatcherTest {

    @Test
    void keeps_what_the_sdk_sends_over_a_restart(@TempDir Path directory) throws Exception {
        String id;
        try (MailCatcher catcher = MailCatcher.start(directory, 0);
                SesV2Client client = client(catcher)) {
            id = send(client, "Confirm your address", "Open http://localhost:8080/verify?token=abc&x=<1>");
        }

        try (MailCatcher catcher = MailCatcher.start(directory, 0)) {
            JsonNode mail =
                    JsonMapper.shared().readTree(get(catcher, "/messages")).path(0);
            assertThat(mail.path("id").stringValue()).isEqualTo(id);
            assertThat(mail.path("to").path(0).stringValue()).isEqualTo("ada@example.org");
            assertThat(mail.path("subject").stringValue()).isEqualTo("Confirm your address");
        }
    }

    @Test
    void shows_mails_without_letting_them_act(@TempDir Path directory) throws Exception {
        try (MailCatcher catcher = MailCatcher.start(directory, 0);
                SesV2Client client = client(catcher)) {
            send(client, "<script>alert(1)</script>", "See https://example.org/?a=1&b=\"2\" <b>now</b>");

            String page = get(catcher, "/");

            assertThat(page)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;now&lt;/b&gt;")
                    .contains("<a href=\"https://example.org/?a=1&amp;b=\">")
                    .doesNotContain("<script>", "<b>");
        }
    }

    @Test
    void refuses_what_it_cannot_show(@TempDir Path directory) {
        try (MailCatcher catcher = MailCatcher.start(directory, 0);
                SesV2Client client = client(catcher)) {
            assertThatThrownBy(() -> client.sendEmail(mail -> mail.fromEmailAddress("product@example.org")
                            .destination(to -> to.toAddresses("ada@example.org"))
                            .content(content -> content.raw(raw -> raw.data(SdkBytes.fromUtf8String("Subject: x"))))))
                    .isInstanceOf(BadRequestException.class);
        }
    }

    private static String send(SesV2Client client, String subject, String text) {
        return client.sendEmail(mail -> mail.fromEmailAddress("product@example.org")
                        .destination(to -> to.toAddresses("ada@example.org"))
                        .content(content -> content.simple(simple -> simple.subject(line -> line.data(subject))
                                .body(body -> body.text(part -> part.data(text))))))
                .messageId();
    }

    private static String get(MailCatcher catcher, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create(Loopback.http(catcher.port().orElseThrow()) + path);
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static SesV2Client client(MailCatcher catcher) {
        return SesV2Client.builder()
                .endpointOverride(Loopback.http(catcher.port().orElseThrow()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(LocalClients.CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
