package dev.assistant.review;

import java.util.List;

/**
 * The receipt: what was and was not looked at (SPEC section 2).
 *
 * @param secretsMasked secrets hidden before a model, a log or a stored finding could see them
 * @param findingsDropped claims discarded because the code does not contain what they quote
 */
public record Coverage(List<FileCoverage> files, int secretsMasked, int findingsDropped) {
    public Coverage {
        files = List.copyOf(files);
    }
}
