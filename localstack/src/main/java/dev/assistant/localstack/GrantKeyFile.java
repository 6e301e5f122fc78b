package dev.assistant.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key here behind people's tokens for repositories: a JWK set (RFC 7517) with one symmetric key, made on the first start. */
final class GrantKeyFile {
    private static final int BYTES = 32;

    private GrantKeyFile() {}

    /** Makes the file, readable by its owner only, unless it is there. */
    static void ensure(Path file) {
        if (Files.exists(file)) {
            return;
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        try {
            OwnersFile.create(file, "{\"keys\":[{\"kty\":\"oct\",\"k\":\"" + encoded + "\"}]}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
