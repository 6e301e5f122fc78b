package dev.assistant.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Brings what agents found together with what analysers found: a problem that both name is the analysers' finding with the
 * agents among its sources. Agents take nothing away and lower nothing; where they disagree, the finding says so.
 */
public final class Agreement {
    private Agreement() {}

    /**
     * All findings, those that agents alone made last.
     *
     * @param opinions of agents about any of them
     */
    public static List<Finding> join(List<Finding> analysers, List<Finding> agents, List<Opinion> opinions) {
        List<Finding> joined = new ArrayList<>();
        Set<Finding> alone = new LinkedHashSet<>(agents);
        for (Finding known : analysers) {
            List<Finding> same =
                    agents.stream().filter(claim -> isSameProblem(known, claim)).toList();
            alone.removeAll(same);
            joined.add(heard(known, same, opinions));
        }
        alone.forEach(claim -> joined.add(heard(claim, List.of(), opinions)));
        return joined;
    }

    /** A finding with all that agents say about it. */
    private static Finding heard(Finding known, List<Finding> same, List<Opinion> opinions) {
        Set<String> ids = new LinkedHashSet<>(List.of(known.id()));
        same.forEach(claim -> ids.add(claim.id()));
        List<Opinion> about =
                opinions.stream().filter(said -> ids.contains(said.finding())).toList();
        List<String> sources = Stream.of(
                        known.sources().stream(),
                        same.stream().flatMap(claim -> claim.sources().stream()),
                        about.stream().filter(Opinion::confirms).map(Opinion::agent))
                .flatMap(source -> source)
                .distinct()
                .toList();
        List<Disagreement> disagreements = about.stream()
                .flatMap(said -> said.with(known.severity()).stream())
                .distinct()
                .toList();
        return known.heard(sources, disagreements);
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
