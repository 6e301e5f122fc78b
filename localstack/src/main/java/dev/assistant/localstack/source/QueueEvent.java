package dev.assistant.localstack.source;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A batch of messages as Lambda hands it to a function, and the function's answer (AWS Lambda developer guide, "Using Lambda
 * with Amazon SQS"); the types are {@code SQSEvent} and {@code SQSBatchResponse}.
 */
final class QueueEvent {

    private static final JsonMapper JSON = JsonMapper.shared();

    private QueueEvent() {}

    static byte[] of(List<Message> messages, String queueArn, String region) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        for (Message message : messages) {
            ObjectNode record = records.addObject();
            record.put("messageId", message.messageId());
            record.put("receiptHandle", message.receiptHandle());
            record.put("body", message.body());
            ObjectNode attributes = record.putObject("attributes");
            message.attributesAsStrings().forEach(attributes::put);
            ObjectNode messageAttributes = record.putObject("messageAttributes");
            message.messageAttributes().forEach((name, value) -> put(messageAttributes.putObject(name), value));
            record.put("md5OfBody", message.md5OfBody());
            record.put("eventSource", "aws:sqs");
            record.put("eventSourceARN", queueArn);
            record.put("awsRegion", region);
        }
        return JSON.writeValueAsBytes(event);
    }

    /**
     * Which messages failed. As Lambda has it, an answer without a list means that none did, and one that names what was not
     * in the batch, or is no such answer, that all did: then it is empty.
     */
    static Optional<Set<String>> failures(byte[] answer, List<Message> messages) {
        Set<String> ids = new HashSet<>();
        messages.forEach(message -> ids.add(message.messageId()));
        Set<String> failed = new HashSet<>();
        try {
            for (JsonNode failure : answer.length == 0
                    ? JSON.createArrayNode()
                    : JSON.readTree(answer).path("batchItemFailures")) {
                String id = failure.path("itemIdentifier").asString("");
                if (!ids.contains(id)) {
                    return Optional.empty();
                }
                failed.add(id);
            }
            return Optional.of(failed);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static void put(ObjectNode attribute, MessageAttributeValue value) {
        attribute.put("stringValue", value.stringValue());
        attribute.put(
                "binaryValue",
                value.binaryValue() == null
                        ? null
                        : Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
        attribute.putArray("stringListValues");
        attribute.putArray("binaryListValues");
        attribute.put("dataType", value.dataType());
    }
}
