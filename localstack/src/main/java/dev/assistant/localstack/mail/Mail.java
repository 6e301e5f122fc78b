package dev.assistant.localstack.mail;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One mail, as it was handed over.
 *
 * @param id what the sender was told
 * @param sentAt RFC 3339
 * @param text empty when there is none
 * @param html empty when there is none
 */
public record Mail(String id, String sentAt, String from, List<String> to, String subject, String text, String html) {

    public Mail {
        to = List.copyOf(to);
    }

    /** Reads the body of SES version 2's SendEmail with simple content (Amazon SES API v2 reference, "SendEmail"). */
    static Mail of(String id, String sentAt, JsonNode request) {
        JsonNode simple = request.required("Content").required("Simple");
        List<String> to = new ArrayList<>();
        request.required("Destination").path("ToAddresses").forEach(address -> to.add(address.stringValue()));
        return new Mail(
                id,
                sentAt,
                request.required("FromEmailAddress").stringValue(),
                to,
                simple.required("Subject").required("Data").stringValue(),
                simple.required("Body").path("Text").path("Data").asString(""),
                simple.required("Body").path("Html").path("Data").asString(""));
    }
}
