package dev.assistant.review;

import dev.assistant.failure.Failure;
import dev.assistant.workflow.JobId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a finished review says.
 *
 * @param summary facts in one paragraph; never invented prose
 * @param findings by severity, then path and line; also the dismissed ones
 * @param baseline what the review was compared with
 * @param decision of a workflow that comes to one
 */
public record ReviewReport(
        AnalysisMode mode,
        String summary,
        List<Finding> findings,
        Scores scores,
        Verdict verdict,
        Coverage coverage,
        List<AgentUsage> agents,
        Optional<Baseline> baseline,
        Optional<ReviewDecision> decision) {
    public ReviewReport {
        findings = List.copyOf(findings);
        agents = List.copyOf(agents);
    }

    /** A report without a decision. */
    public ReviewReport(
            AnalysisMode mode,
            String summary,
            List<Finding> findings,
            Scores scores,
            Verdict verdict,
            Coverage coverage,
            List<AgentUsage> agents,
            Optional<Baseline> baseline) {
        this(mode, summary, findings, scores, verdict, coverage, agents, baseline, Optional.empty());
    }

    /** A report without a decision that was compared with nothing. */
    public ReviewReport(
            AnalysisMode mode,
            String summary,
            List<Finding> findings,
            Scores scores,
            Verdict verdict,
            Coverage coverage,
            List<AgentUsage> agents) {
        this(mode, summary, findings, scores, verdict, coverage, agents, Optional.empty());
    }

    /**
     * An earlier review that this one was compared with.
     *
     * @param gone what it found and this one did not, in the order of a report
     */
    public record Baseline(JobId job, List<Finding> gone) {
        public Baseline {
            gone = List.copyOf(gone);
        }
    }

    /** The same with its findings as they stand by what is remembered; nothing is judged anew. */
    public ReviewReport under(TriageMemory memory) {
        return new ReviewReport(
                mode, summary, memory.apply(findings), scores, verdict, coverage, agents, baseline, decision);
    }

    /** The same with what it comes to, which its summary names, too. */
    public ReviewReport decided(ReviewDecision made) {
        return new ReviewReport(
                mode,
                summary + " Decision: " + made.outcome().name() + ".",
                findings,
                scores,
                verdict,
                coverage,
                agents,
                baseline,
                Optional.of(made));
    }

    /**
     * The finding with that id within the review.
     *
     * @throws Failure.NotFound when there is none
     */
    public Finding finding(String id) {
        return findings.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Failure.NotFound("issue"));
    }

    /** How many findings of each severity there are, without the dismissed ones; every severity is present. */
    public static Map<Severity, Integer> counts(List<Finding> findings) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0);
        }
        findings.stream()
                .filter(Finding::isCounted)
                .forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        return counts;
    }
}
