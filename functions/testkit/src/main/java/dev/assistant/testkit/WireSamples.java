package dev.assistant.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The samples of the wire format, which Java and the browser's tests both read. */
public final class WireSamples {
    private WireSamples() {}

    /**
     * The text of a sample.
     *
     * @param name such as {@code event-progress}
     * @throws IllegalArgumentException when there is none
     */
    public static String read(String name) {
        try (@Nullable InputStream sample = WireSamples.class.getResourceAsStream("/contract/" + name + ".json")) {
            if (sample == null) {
                throw new IllegalArgumentException("no sample " + name);
            }
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
