package dev.assistant.api.http;

import dev.assistant.failure.Failure;
import dev.assistant.identity.SessionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that prove that a request was made by a page which can read our cookies (CWE-352). A token is an HMAC keyed with
 * the session's id: that id is random and told to its owner only, in answers that no other site can read. It needs no key of its
 * own, which functions that only verify tokens would not have.
 */
public final class CsrfTokens {
    /** The cookie that pages read the token from. */
    public static final String COOKIE = "__Host-csrf";

    /** The header that they send it in, in lower case. */
    public static final String HEADER = "x-csrf-token";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "csrf".getBytes(StandardCharsets.US_ASCII);

    private CsrfTokens() {}

    /** The session's token, the same for as long as it lasts. */
    public static String of(SessionId session) {
        byte[] key = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(session.value().getMostSignificantBits())
                .putLong(session.value().getLeastSignificantBits())
                .array();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** What a request without the right token is told. */
    public static Failure.Forbidden missing() {
        return new Failure.Forbidden(
                "Send the value of the cookie " + COOKIE + " as X-CSRF-Token, from a page of this site.");
    }

    /** Compares in a time that does not depend on where the two differ. */
    public static boolean same(String expected, String sent) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
