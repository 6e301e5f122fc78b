package dev.assistant.review;

import java.util.regex.Pattern;

/**
 * What the result of analysing a unit depends on, as one hash: equal keys mean equal results.
 *
 * @param sha256 64 hexadecimal digits
 */
public record UnitKey(String sha256) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public UnitKey {
        if (!FORM.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
