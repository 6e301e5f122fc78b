package dev.assistant.review;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a finished review says.
 *
 * @param summary facts in one paragraph; never invented prose
 * @param findings by severity, then path and line
 */
public record ReviewReport(
        AnalysisMode mode,
        String summary,
        List<Finding> findings,
        Scores scores,
        Verdict verdict,
        Coverage coverage,
        List<AgentUsage> agents) {
    public ReviewReport {
        findings = List.copyOf(findings);
        agents = List.copyOf(agents);
    }

    /** How many findings of each severity there are; every severity is present. */
    public static Map<Severity, Integer> counts(List<Finding> findings) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0);
        }
        findings.forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        return counts;
    }
}
