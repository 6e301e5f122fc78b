package dev.assistant.runtime.analysis.dataflow.model;

import dev.assistant.review.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A way in which data does harm.
 *
 * @param id its name in data files, such as {@code sql-injection}
 * @param index its place in the catalogue, below 64
 * @param cwe the most exact CWE id first
 * @param accepts the kinds of source whose data does this harm
 * @param fromParameters whether data is reported that comes from a parameter of a function that nobody calls
 * @param parametersMust marks that data from such a parameter has when it counts
 * @param deniedBy texts that this harm needs: data in which one of them cannot be is harmless
 * @param refusedBy texts that this harm needs to be the whole of: data that is not one of them is harmless
 * @param harmlessAfter the beginning of a text behind which data cannot do this harm
 * @param harmlessQuoted whether a value that is one quoted text and nothing else cannot do this harm
 * @param message a sentence with {@code {source}} and {@code {sink}}
 */
public record Weakness(
        String id,
        int index,
        List<String> cwe,
        Severity severity,
        Set<String> accepts,
        boolean fromParameters,
        long parametersMust,
        Set<String> deniedBy,
        Set<String> refusedBy,
        Optional<Pattern> harmlessAfter,
        boolean harmlessQuoted,
        String title,
        String message,
        String why,
        String fix) {
    public Weakness {
        cwe = List.copyOf(cwe);
        accepts = Set.copyOf(accepts);
        deniedBy = Set.copyOf(deniedBy);
        refusedBy = Set.copyOf(refusedBy);
        if (index < 0 || index >= Long.SIZE) {
            throw new IllegalArgumentException("at most 64 weaknesses, index was " + index);
        }
    }

    /** This weakness as a set of one, for {@link Cleared}. */
    public long bit() {
        return 1L << index;
    }
}
