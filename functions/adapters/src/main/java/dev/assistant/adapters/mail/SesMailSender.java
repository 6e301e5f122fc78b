package dev.assistant.adapters.mail;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.failure.Failure;
import dev.assistant.mail.Letter;
import dev.assistant.mail.MailSender;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;

/** Sends plain text through SES, version 2 of its API. Thread-safe. */
public final class SesMailSender implements MailSender {
    private static final String DEPENDENCY = "mail service";

    private final SesV2Client client;
    private final String sender;

    /** @param sender the From header, such as {@code Development Assistant <no-reply@assistant.example>} */
    public SesMailSender(SesV2Client client, String sender) {
        this.client = client;
        this.sender = sender;
    }

    @Override
    public void send(Letter letter) {
        Message message = Message.builder()
                .subject(utf8(letter.subject()))
                .body(Body.builder().text(utf8(letter.text())).build())
                .build();
        AwsCalls.call(DEPENDENCY, () -> {
            try {
                return client.sendEmail(request -> request.fromEmailAddress(sender)
                        .destination(to -> to.toAddresses(letter.to()))
                        .content(content -> content.simple(message)));
            } catch (BadRequestException | MessageRejectedException e) {
                throw new Failure.Invalid("mail", "The mail service does not take this mail.");
            }
        });
    }

    private static Content utf8(String text) {
        return Content.builder().charset("UTF-8").data(text).build();
    }
}
