package dev.assistant.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether two requests ask for the same: a SHA-256 of everything that matters, each part with its length before it. Not
 * thread-safe.
 */
public final class RequestDigest {
    private final MessageDigest digest;

    private RequestDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @param operation what is asked for, so that two kinds of requests are never the same */
    public static RequestDigest of(String operation) {
        return new RequestDigest().add(operation);
    }

    public RequestDigest add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    /** A part that is left out differs from an empty one. */
    public RequestDigest add(Optional<String> text) {
        return add(text.isPresent() ? List.of(text.get()) : List.of());
    }

    /** A list with its length, so that its end is known. */
    public RequestDigest add(List<String> texts) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(texts.size()).array());
        texts.forEach(this::add);
        return this;
    }

    /** The hash of what was added; nothing can be added afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
