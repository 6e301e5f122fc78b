package dev.assistant.api.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Lets clients ask whether what they have is still so (RFC 9110 sections 8.8.3 and 13.1.2). */
public final class EntityTag {
    private static final int KEPT_BYTES = 16;

    private EntityTag() {}

    /** The tag of a body. */
    public static String of(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "\"" + HexFormat.of().formatHex(digest, 0, KEPT_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the client has the body with that tag. */
    public static boolean isKnown(Request request, String tag) {
        return request.header("if-none-match").orElse("").contains(tag);
    }

    /**
     * What only this caller sees, with its tag; no more than that when they have it already.
     *
     * @param seconds how long they may go without asking
     */
    public static Answer onPrivate(Answer answer, Request request, int seconds) {
        String tag = of(answer.body().getBytes(StandardCharsets.UTF_8));
        return (isKnown(request, tag) ? Answer.empty(304) : answer)
                .with("ETag", tag)
                .with("Cache-Control", "private, max-age=" + seconds)
                // Whoever signs in next in the same browser gets their own.
                .with("Vary", "Authorization, Cookie, X-API-Key");
    }
}
