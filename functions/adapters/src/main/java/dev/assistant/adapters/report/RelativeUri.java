package dev.assistant.adapters.report;

import java.nio.charset.StandardCharsets;

/** Paths as relative URI references (RFC 3986): all but letters, digits, {@code -._~} and the slashes is percent-encoded. */
final class RelativeUri {
    private static final String UNRESERVED = "-._~/";

    private RelativeUri() {}

    static String of(String path) {
        StringBuilder uri = new StringBuilder(path.length());
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append("%%%02X".formatted(octet & 0xFF));
            }
        }
        return uri.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
