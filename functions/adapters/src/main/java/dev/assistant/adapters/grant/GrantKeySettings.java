package dev.assistant.adapters.grant;

import dev.assistant.adapters.settings.Environment;
import dev.assistant.repository.TokenSeal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * With which key tokens are sealed: one of the key management service, or else one in a file.
 *
 * @param keyId {@code GRANT_KEY_ID}
 * @param file {@code GRANT_KEY_FILE}, a JWK set (RFC 7517)
 */
public record GrantKeySettings(Optional<String> keyId, Optional<Path> file) {
    /** @throws Environment.MissingSetting when neither is set */
    public static GrantKeySettings from(Environment environment) {
        Optional<String> keyId = environment.optional("GRANT_KEY_ID");
        return new GrantKeySettings(
                keyId, keyId.isPresent() ? Optional.empty() : Optional.of(environment.path("GRANT_KEY_FILE")));
    }

    /** @param kms asked for only where the service is used */
    public TokenSeal seal(Supplier<KmsClient> kms) {
        return keyId.<TokenSeal>map(key -> new KmsTokenSeal(kms.get(), key))
                .orElseGet(() -> FileTokenSeal.read(file.orElseThrow()));
    }
}
