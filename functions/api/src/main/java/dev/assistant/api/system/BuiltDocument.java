package dev.assistant.api.system;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.EntityTag;
import dev.assistant.api.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A document that the build made. Clients keep it for five minutes and then ask whether it changed (RFC 9110 section 13). */
final class BuiltDocument {
    private final String contentType;
    private final String content;
    private final String tag;

    private BuiltDocument(String contentType, byte[] content) {
        this.contentType = contentType;
        this.content = new String(content, StandardCharsets.UTF_8);
        this.tag = EntityTag.of(content);
    }

    /** @throws IllegalStateException when the build left it out */
    static BuiltDocument read(String resource, String contentType) {
        try (InputStream content = BuiltDocument.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " is missing: the contract was not compiled");
            }
            return new BuiltDocument(contentType, content.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }

    String content() {
        return content;
    }

    Answer answer(Request request) {
        Answer answer = EntityTag.isKnown(request, tag) ? Answer.empty(304) : Answer.text(200, contentType, content);
        return answer.with("ETag", tag).with("Cache-Control", "public, max-age=300");
    }
}
