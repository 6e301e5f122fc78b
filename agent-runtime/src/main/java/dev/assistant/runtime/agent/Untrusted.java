package dev.assistant.runtime.agent;

import dev.assistant.review.SecretMasker;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Sets text that others wrote (submitted code, results of tools, what was remembered) apart from instructions: between two
 * lines with a boundary that is drawn anew for each, so that nothing in the text can end it. Secrets in it are masked. That the
 * text is data and no instruction is said to every agent in {@code common.v1.md}. Thread-safe.
 */
public final class Untrusted {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BOUNDARY_BYTES = 8;
    private static final int LONGEST_NAME = 200;

    private Untrusted() {}

    /**
     * The text in its envelope.
     *
     * @param name what it is, such as a path; written by others, too
     */
    public static String envelope(String name, String text) {
        String boundary = boundary();
        String label = name.replaceAll("[\\p{Cntrl}\"<>]", " ").strip();
        return "<data boundary=%s name=\"%s\">%n%s%n</data boundary=%s>"
                .formatted(
                        boundary,
                        label.substring(0, Math.min(label.length(), LONGEST_NAME)),
                        SecretMasker.mask(text).text(),
                        boundary)
                .replace("\r\n", "\n");
    }

    private static String boundary() {
        byte[] bytes = new byte[BOUNDARY_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
