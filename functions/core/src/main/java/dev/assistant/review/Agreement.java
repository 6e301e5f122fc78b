package dev.assistant.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Brings what agents found together with what analysers found: a problem that both name is the analysers' finding with the
 * agents among its sources. Agents take nothing away and lower nothing.
 */
public final class Agreement {
    private Agreement() {}

    /**
     * All findings, those that agents alone made last.
     *
     * @param confirmations who, by the id of an analysers' finding, has said that it is right
     */
    public static List<Finding> join(
            List<Finding> analysers, List<Finding> agents, Map<String, ? extends Collection<String>> confirmations) {
        List<Finding> joined = new ArrayList<>();
        Set<Finding> alone = new LinkedHashSet<>(agents);
        for (Finding known : analysers) {
            List<Finding> same =
                    agents.stream().filter(claim -> isSameProblem(known, claim)).toList();
            alone.removeAll(same);
            List<String> sources = Stream.of(
                            known.sources().stream(),
                            same.stream().flatMap(claim -> claim.sources().stream()),
                            Stream.ofNullable(confirmations.get(known.id())).flatMap(Collection::stream))
                    .flatMap(source -> source)
                    .distinct()
                    .toList();
            joined.add(known.reportedBy(sources));
        }
        joined.addAll(alone);
        return joined;
    }

    private static boolean isSameProblem(Finding known, Finding claim) {
        if (!known.path().equals(claim.path())
                || known.range().isEmpty()
                || claim.range().isEmpty()) {
            return false;
        }
        TextRange there = known.range().get();
        TextRange here = claim.range().get();
        if (!there.sharesLineWith(here)) {
            return false;
        }
        Set<String> families = WeaknessFamily.of(known.cwe());
        return (there.equals(here) && known.category() == claim.category())
                || WeaknessFamily.of(claim.cwe()).stream().anyMatch(families::contains);
    }
}
