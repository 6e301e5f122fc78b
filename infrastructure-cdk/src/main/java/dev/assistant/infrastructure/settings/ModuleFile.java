package dev.assistant.infrastructure.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A file that ships with this module. */
public final class ModuleFile {
    private ModuleFile() {}

    /** @param path from the root of the resources, with a slash in front */
    public static String text(String path) {
        try (InputStream file = Objects.requireNonNull(ModuleFile.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
