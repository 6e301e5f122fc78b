package dev.assistant.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Identities of findings across reviews. A fingerprint is SHA-256 over the path, the category, the weakness family (or the rule,
 * when the finding has none), the first lines of the quoted code without white space, and the number of the finding among those
 * that are equal in all that, counted down the file. So it survives moved lines and new indentation, stays the same when
 * another analyser leads, and tells two equal lines of one file apart.
 *
 * <p>Findings of one file come to one instance in the order of their lines. Not thread-safe.
 */
final class Fingerprints {
    /** More lines identify better but change more often: one line is ambiguous, a whole body never stays the same. */
    private static final int IDENTIFYING_LINES = 3;

    /** 128 of the 256 bits: ample for what one owner will ever review. */
    private static final int BYTES = 16;

    private final Map<String, Integer> seen = new HashMap<>();

    /** The identity of the next finding; its quote has secrets masked already, so the hash says nothing about them. */
    String next(Evidence leader, String quote) {
        String problem = WeaknessFamily.first(leader.cwe()).orElse(leader.ruleId());
        String key = String.join("\n", leader.path(), leader.category().id(), problem, normalised(quote));
        int ordinal = seen.merge(key, 1, Integer::sum);
        return hash(key + "\n" + ordinal);
    }

    /** What a finding is, wherever it is: the same for the same problem in the same code, several in one file included. */
    static String withoutPath(Finding finding) {
        String problem = WeaknessFamily.first(finding.cwe()).orElse(finding.ruleId());
        return String.join("\n", finding.category().id(), problem, normalised(finding.quote()));
    }

    private static String normalised(String quote) {
        StringBuilder text = new StringBuilder();
        quote.lines()
                .limit(IDENTIFYING_LINES)
                .forEach(line -> text.append(line.replaceAll("\\s+", "")).append('\t'));
        return text.toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
