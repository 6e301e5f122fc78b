package dev.assistant.api.http;

import java.util.Optional;

/** The Cookie header (RFC 6265 section 4.2). */
final class Cookies {
    private Cookies() {}

    /** The value of the first cookie with the name. */
    static Optional<String> read(String header, String name) {
        // Gateways join repeated headers by commas; no value of ours has one.
        for (String pair : header.split("[;,]")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                return Optional.of(pair.substring(equals + 1).strip());
            }
        }
        return Optional.empty();
    }
}
