package dev.assistant.adapters.token;

import dev.assistant.adapters.settings.Environment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whose tokens are issued and trusted. The keys are in a file or, when none is named, in the key management service.
 *
 * @param issuer the {@code iss} claim
 * @param keysFile a JWK set (RFC 7517): the first key signs, all are trusted
 * @param keyIds keys of the service: the first signs, all are trusted
 */
public record TokenSettings(String issuer, Optional<Path> keysFile, List<String> keyIds) {
    public TokenSettings {
        keyIds = List.copyOf(keyIds);
    }

    /** @throws Environment.MissingSetting when the issuer is missing, or there is neither TOKEN_KEYS_FILE nor TOKEN_KEY_ID */
    public static TokenSettings from(Environment environment) {
        String keyIds = environment.optional("TOKEN_KEY_ID").orElse("");
        Optional<Path> keysFile = keyIds.isEmpty()
                ? Optional.of(environment.path("TOKEN_KEYS_FILE"))
                : environment.optional("TOKEN_KEYS_FILE").map(Path::of);
        return new TokenSettings(
                environment.required("TOKEN_ISSUER"),
                keysFile,
                Arrays.stream(keyIds.split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList());
    }
}
