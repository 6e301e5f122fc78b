package dev.assistant.review;

import dev.assistant.idempotency.RequestDigest;
import java.util.List;
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

    /**
     * The key of files that are analysed together.
     *
     * @param analysers those that read them, each with its version
     */
    public static UnitKey of(List<String> analysers, List<SourceFile> files) {
        RequestDigest digest = RequestDigest.of("unit").add(analysers);
        files.forEach(file -> digest.add(file.path()).add(file.language().id()).add(file.content()));
        return new UnitKey(digest.hex());
    }

    @Override
    public String toString() {
        return sha256;
    }
}
