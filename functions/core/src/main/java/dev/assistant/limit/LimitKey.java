package dev.assistant.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Names for what a limiter counts that do not give away whom it counts. */
public final class LimitKey {
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int KEPT_BYTES = 16;

    private LimitKey() {}

    /** A short hash of a text, such as a mail address. */
    public static String of(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A short hash of a network address; of IPv6 only the network, since one subscriber has all 2^64 addresses in it. */
    public static String ofAddress(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            byte[] bytes = parsed.getAddress();
            return hash(parsed instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
        } catch (IllegalArgumentException e) {
            return of(address);
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, KEPT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
