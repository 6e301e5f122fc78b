package dev.assistant.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Which addresses people may give: https, with a host, without credentials in them (CWE-522). */
public final class HttpsAddress {
    private static final int LONGEST = 500;

    private HttpsAddress() {}

    /** Why the address may not be used; empty when it may. */
    public static Optional<String> complaint(String text) {
        if (text.length() > LONGEST) {
            return Optional.of("Use at most " + LONGEST + " characters.");
        }
        try {
            URI uri = new URI(text);
            if ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return Optional.empty();
            }
        } catch (URISyntaxException e) {
            return Optional.of("This is not a web address. Use one that begins with https://.");
        }
        return Optional.of("Use a web address that begins with https:// and has no user name in it.");
    }
}
