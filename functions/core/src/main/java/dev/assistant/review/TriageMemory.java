package dev.assistant.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people decided about some findings, by fingerprint, and what still holds of it. Immutable.
 *
 * @param byFingerprint also decisions that only accept
 */
public record TriageMemory(Map<String, Triage> byFingerprint) {
    public static final TriageMemory NOTHING = new TriageMemory(Map.of());

    public TriageMemory {
        byFingerprint = Map.copyOf(byFingerprint);
    }

    /** The findings as they stand now; one that nothing is remembered about is open, whatever it was. */
    public List<Finding> apply(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.with(Optional.ofNullable(byFingerprint.get(finding.fingerprint()))))
                .toList();
    }

    /** The fingerprints of findings, to ask for what is remembered about them. */
    public static List<String> fingerprints(List<Finding> findings) {
        return findings.stream().map(Finding::fingerprint).distinct().toList();
    }
}
