package dev.assistant.testkit.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A key for {@code GRANT_KEY_FILE}. */
public final class GrantKeyFile {
    private static final int BYTES = 32;

    private GrantKeyFile() {}

    /** A file with a key of its own, which goes with the process. */
    public static Path create() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        try {
            Path file = Files.createTempFile("grant-key", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "{\"keys\": [{\"kty\": \"oct\", \"k\": \"" + encoded + "\"}]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
