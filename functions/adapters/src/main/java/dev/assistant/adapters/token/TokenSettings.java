package dev.assistant.adapters.token;

import dev.assistant.adapters.settings.Environment;
import java.nio.file.Path;

/**
 * Whose tokens are issued and trusted.
 *
 * @param issuer the {@code iss} claim
 * @param keysFile a JWK set (RFC 7517): the first key signs, all are trusted
 */
public record TokenSettings(String issuer, Path keysFile) {

    /** @throws Environment.MissingSetting when a key is missing */
    public static TokenSettings from(Environment environment) {
        return new TokenSettings(environment.required("TOKEN_ISSUER"), environment.path("TOKEN_KEYS_FILE"));
    }
}
