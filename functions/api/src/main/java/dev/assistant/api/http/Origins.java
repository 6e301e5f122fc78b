package dev.assistant.api.http;

import dev.assistant.identity.TrustedOrigins;
import java.util.Optional;

/** Whose pages made a request, as far as browsers tell. */
public final class Origins {
    private final TrustedOrigins trusted;

    public Origins(TrustedOrigins trusted) {
        this.trusted = trusted;
    }

    /** The request's origin when it is a trusted one. */
    Optional<String> allowed(Request request) {
        return request.header("origin").filter(trusted::trust);
    }

    /** Whether a browser says that a page of somebody else made the request. */
    public boolean isForeign(Request request) {
        String site = request.header("sec-fetch-site").orElse("");
        if (site.equals("same-origin") || site.equals("none")) {
            return false;
        }
        boolean crossesSites = !site.isEmpty() || request.header("origin").isPresent();
        return crossesSites && allowed(request).isEmpty();
    }
}
