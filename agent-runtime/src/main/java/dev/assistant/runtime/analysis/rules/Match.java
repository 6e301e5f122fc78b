package dev.assistant.runtime.analysis.rules;

import dev.assistant.runtime.analysis.dataflow.model.Access;
import dev.assistant.runtime.analysis.dataflow.model.Condition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a rule looks for. */
public sealed interface Match {
    /**
     * A call or write by qualified name.
     *
     * @param receiverName for members of something unknown, what the receiver is called
     * @param when all must hold
     * @param unless none of these may hold
     */
    record Use(Set<Access> accesses, Optional<Pattern> receiverName, List<Condition> when, List<Condition> unless)
            implements Match {
        public Use {
            accesses = Set.copyOf(accesses);
            when = List.copyOf(when);
            unless = List.copyOf(unless);
        }
    }

    /** A constant text kept under a name. */
    record Named(Pattern name, Pattern value, Optional<Pattern> notValue) implements Match {}
}
