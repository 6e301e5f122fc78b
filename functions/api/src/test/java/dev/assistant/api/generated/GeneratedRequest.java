package dev.assistant.api.generated;

import dev.assistant.api.harness.Call;
import dev.assistant.api.harness.Contract;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.util.Map;

/**
 * A request to be sent.
 *
 * @param contentType empty for none, and then there is no body
 * @param standing what the contract says of it
 * @param how what was done to it, for people
 */
record GeneratedRequest(
        Contract.Described operation,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String contentType,
        String body,
        Standing standing,
        String how) {
    private static final int SHOWN = 300;

    /** What the contract says of a request. */
    enum Standing {
        /** It may be refused for what it means, never for its form. */
        FITS,
        /** It has to be refused. */
        BREAKS,
        /** The contract leaves it open. */
        OPEN
    }

    GeneratedRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    GeneratedRequest withBody(String type, String text, Standing said, String done) {
        return new GeneratedRequest(operation, path, query, headers, type, text, said, done);
    }

    GeneratedRequest withPath(String changed, String done) {
        return new GeneratedRequest(operation, changed, query, headers, contentType, body, Standing.OPEN, done);
    }

    GeneratedRequest withQuery(Map<String, String> changed, Standing said, String done) {
        return new GeneratedRequest(operation, path, changed, headers, contentType, body, said, done);
    }

    GeneratedRequest withHeaders(Map<String, String> changed, String done) {
        return new GeneratedRequest(operation, path, query, changed, contentType, body, Standing.OPEN, done);
    }

    Reply send(Gateway gateway, Person person) {
        Call call =
                operation.isPublic() ? gateway.call(operation.method(), path) : person.call(operation.method(), path);
        call.from(Person.freshAddress());
        query.forEach(call::query);
        if (!contentType.isEmpty() || !body.isEmpty()) {
            call.text(contentType, body);
        }
        headers.forEach(call::header);
        return call.send();
    }

    @Override
    public String toString() {
        String text = "%s (%s): %s %s %s %s %s %s"
                .formatted(operation.id(), how, operation.method(), path, query, headers, contentType, body);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "… (" + text.length() + ")" : text;
    }
}
