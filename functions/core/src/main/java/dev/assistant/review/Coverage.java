package dev.assistant.review;

import java.util.List;

/**
 * The receipt: what was and was not looked at (SPEC section 2).
 *
 * @param secretsMasked secrets hidden before a model, a log or a stored finding could see them
 * @param findingsDropped claims discarded because the code does not contain what they quote
 * @param suppressed findings that comments in the code ask not to report
 */
public record Coverage(
        List<FileCoverage> files,
        int secretsMasked,
        int findingsDropped,
        List<Suppression> suppressed,
        Provenance provenance) {
    public Coverage {
        files = List.copyOf(files);
        suppressed = List.copyOf(suppressed);
    }

    /** A receipt of code that asks for nothing to be left out. */
    public Coverage(List<FileCoverage> files, int secretsMasked, int findingsDropped) {
        this(files, secretsMasked, findingsDropped, List.of(), Provenance.UNKNOWN);
    }
}
