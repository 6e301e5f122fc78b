package dev.assistant.runtime.analysis.syntax.ir;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Makes sets that cannot be changed and keep their order, so that each run comes to the same result; the order of {@link Set#copyOf}
 * is another in every process.
 */
public final class Ordered {
    private Ordered() {}

    public static <T> Set<T> copyOf(Collection<T> elements) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }
}
