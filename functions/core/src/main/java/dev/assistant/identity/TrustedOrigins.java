package dev.assistant.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The web origins (RFC 6454) whose pages may use the product on behalf of the person in front of them.
 *
 * @param origins such as {@code https://assistant.example}, compared as written
 */
public record TrustedOrigins(Set<String> origins) {
    public TrustedOrigins {
        origins = Set.copyOf(origins);
    }

    /**
     * @param own the product's own origin
     * @param others further ones, separated by commas; may be empty
     */
    public static TrustedOrigins of(String own, String others) {
        return new TrustedOrigins(Stream.concat(Stream.of(own), Arrays.stream(others.split(",")))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toSet()));
    }

    public boolean trust(String origin) {
        return origins.contains(origin);
    }
}
