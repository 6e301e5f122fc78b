package dev.assistant.api.http;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The web origins that may use the API from a browser: the product's own and those that the operator allows. */
public final class Origins {
    private final Set<String> allowed;

    /** @param own the product's own origin, such as {@code https://assistant.example} */
    public Origins(String own, List<String> others) {
        Set<String> all = new HashSet<>(others);
        all.add(own);
        this.allowed = Set.copyOf(all);
    }

    /** The request's origin when it is one of ours. */
    Optional<String> allowed(Request request) {
        return request.header("origin").filter(allowed::contains);
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
