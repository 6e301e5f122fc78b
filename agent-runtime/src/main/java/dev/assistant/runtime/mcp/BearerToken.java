package dev.assistant.runtime.mcp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The password between this process's MCP clients and servers, made at every start (RFC 6750). Immutable. */
public final class BearerToken {
    private static final int BYTES = 32;
    private static final String SCHEME = "Bearer ";

    private final String value;

    private BearerToken(String value) {
        this.value = value;
    }

    /** A new one. */
    public static BearerToken random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new BearerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** The value of the Authorization header. */
    public String header() {
        return SCHEME + value;
    }

    /** Whether the Authorization header carries it; takes the same time wherever it differs. */
    boolean isIn(String header) {
        return MessageDigest.isEqual(
                header.getBytes(StandardCharsets.UTF_8), header().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "BearerToken[****]";
    }
}
