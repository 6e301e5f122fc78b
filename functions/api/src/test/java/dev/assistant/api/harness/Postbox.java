package dev.assistant.api.harness;

import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.testkit.engine.MailEngine;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;

/** Delivers what is in the mail queue, through its function, and shows what arrived. */
public final class Postbox {
    private static final Pattern TOKEN = Pattern.compile("#token=([A-Za-z0-9_-]{43})\\s");

    private Postbox() {}

    /** The mails that somebody has got so far, oldest first. */
    public static List<MailEngine.Sent> of(Gateway gateway, String address) {
        deliver(gateway);
        return Engines.mails().to(address);
    }

    /** The token in the link of somebody's latest mail. */
    public static String token(Gateway gateway, String address) {
        String text = of(gateway, address).getLast().text();
        Matcher link = TOKEN.matcher(text);
        if (!link.find()) {
            throw new AssertionError("no link in: " + text);
        }
        return link.group(1);
    }

    /** Runs the mail function until its queue is empty; what failed stays hidden in it. */
    public static synchronized void deliver(Gateway gateway) {
        String url = gateway.surroundings().get("QUEUE_MAILS_URL");
        try (SqsClient queue = LocalClients.sqs(Engines.queues().endpoint())) {
            while (true) {
                List<Message> messages = queue.receiveMessage(
                                request -> request.queueUrl(url).maxNumberOfMessages(10))
                        .messages();
                if (messages.isEmpty()) {
                    return;
                }
                JsonNode answer = gateway.function("mail")
                        .invoke(Map.of(
                                "Records",
                                messages.stream().map(Postbox::record).toList()));
                String failed = answer.path("batchItemFailures").toString();
                messages.stream()
                        .filter(message -> !failed.contains(message.messageId()))
                        .forEach(message -> queue.deleteMessage(
                                request -> request.queueUrl(url).receiptHandle(message.receiptHandle())));
            }
        }
    }

    private static Map<String, String> record(Message message) {
        return Map.of("messageId", message.messageId(), "body", message.body(), "eventSource", "aws:sqs");
    }
}
