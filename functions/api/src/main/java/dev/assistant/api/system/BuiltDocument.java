package dev.assistant.api.system;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A document that the build made. Clients keep it for five minutes and then ask whether it changed (RFC 9110 section 13). */
final class BuiltDocument {
    private final String contentType;
    private final String content;
    private final String tag;

    private BuiltDocument(String contentType, byte[] content) {
        this.contentType = contentType;
        this.content = new String(content, StandardCharsets.UTF_8);
        this.tag = tag(content);
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
        boolean isKnown = request.header("if-none-match").orElse("").contains(tag);
        Answer answer = isKnown ? Answer.empty(304) : Answer.text(200, contentType, content);
        return answer.with("ETag", tag).with("Cache-Control", "public, max-age=300");
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
