package dev.assistant.localstack;

import java.nio.file.Path;
import java.time.Instant;

/** What {@code ./localstack/rotate-keys} starts: a new signing key in the file that it is given. */
public final class RotateTokenKeys {
    private RotateTokenKeys() {}

    public static void main(String[] arguments) {
        TokenKeysFile.rotate(Path.of(arguments[0]), Instant.now());
    }
}
