package dev.assistant.adapters.postgres;

import dev.assistant.review.AgentUsage;
import dev.assistant.review.Change;
import dev.assistant.review.Finding;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.Triage;
import dev.assistant.workflow.JobId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what a completed review says into {@code review_facets} and {@code review_agents}, where figures are made of it. */
final class ReviewFacts {
    private static final int LONGEST_NAME = 200;

    private ReviewFacts() {}

    private record Facet(String kind, String name) {}

    private record Count(int findings, int dismissed) {
        static Count of(Finding finding) {
            boolean isDismissed = finding.triage()
                    .filter(triage -> triage.state() == Triage.State.DISMISSED)
                    .isPresent();
            return new Count(1, isDismissed ? 1 : 0);
        }

        Count plus(Count other) {
            return new Count(findings + other.findings, dismissed + other.dismissed);
        }
    }

    /** In the transaction that completes the review, after its files have got their issues. */
    static void store(JdbcClient sql, JobId job, ReviewReport report) {
        storeFacets(sql, job, facets(report));
        storeLanguages(sql, job);
        storeAgents(sql, job, report.agents());
    }

    private static Map<Facet, Count> facets(ReviewReport report) {
        Map<Facet, Count> facets = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            Stream<Facet> of = Stream.of(
                            Stream.of(new Facet("rule", finding.ruleId())),
                            finding.cwe().stream().distinct().map(name -> new Facet("cwe", name)),
                            finding.sources().stream().distinct().map(name -> new Facet("source", name)),
                            finding.change().map(Change::id).map(name -> new Facet("change", name)).stream())
                    .flatMap(Function.identity());
            of.forEach(facet -> facets.merge(shortened(facet), Count.of(finding), Count::plus));
        }
        report.baseline()
                .map(baseline -> baseline.gone().size())
                .filter(gone -> gone > 0)
                .ifPresent(gone -> facets.put(new Facet("change", "gone"), new Count(gone, 0)));
        return facets;
    }

    private static Facet shortened(Facet facet) {
        String name = StorableText.plain(facet.name());
        return new Facet(facet.kind(), name.substring(0, Math.min(LONGEST_NAME, name.length())));
    }

    private static void storeFacets(JdbcClient sql, JobId job, Map<Facet, Count> facets) {
        sql.sql("""
                        insert into review_facets
                            (execution_id, user_id, submitted_at, kind, name, findings, dismissed)
                        select e.id, e.user_id, e.created_at, f.kind, f.name, f.findings, f.dismissed
                        from workflow_executions e,
                            unnest(cast(:kinds as text[]), cast(:names as text[]), cast(:findings as int[]),
                                cast(:dismissed as int[])) as f (kind, name, findings, dismissed)
                        where e.id = :id
                        """)
                .param("id", job.value())
                .param("kinds", facets.keySet().stream().map(Facet::kind).toArray(String[]::new))
                .param("names", facets.keySet().stream().map(Facet::name).toArray(String[]::new))
                .param("findings", facets.values().stream().map(Count::findings).toArray(Integer[]::new))
                .param(
                        "dismissed",
                        facets.values().stream().map(Count::dismissed).toArray(Integer[]::new))
                .update();
    }

    private static void storeLanguages(JdbcClient sql, JobId job) {
        sql.sql("""
                        insert into review_facets
                            (execution_id, user_id, submitted_at, kind, name, findings, dismissed)
                        select e.id, e.user_id, e.created_at, 'language', r.language,
                            coalesce(sum(jsonb_array_length(r.issues_found)), 0), 0
                        from workflow_executions e
                        join code_reviews r on r.execution_id = e.id
                        where e.id = :id and r.language is not null
                        group by e.id, r.language
                        """).param("id", job.value()).update();
    }

    static void storeAgents(JdbcClient sql, JobId job, List<AgentUsage> agents) {
        sql.sql("""
                        insert into review_agents (execution_id, user_id, submitted_at, agent, duration_seconds,
                            input_tokens, output_tokens, cost_usd)
                        select e.id, e.user_id, e.created_at, a.agent, sum(a.seconds), sum(a.input), sum(a.output), sum(a.cost)
                        from workflow_executions e,
                            unnest(cast(:agents as text[]), cast(:seconds as float[]), cast(:input as bigint[]),
                                cast(:output as bigint[]), cast(:cost as numeric[])) as a (agent, seconds, input, output, cost)
                        where e.id = :id
                        group by e.id, a.agent
                        """)
                .param("id", job.value())
                .param("agents", agents.stream().map(AgentUsage::agent).toArray(String[]::new))
                .param(
                        "seconds",
                        agents.stream()
                                .map(usage -> usage.duration().toMillis() / 1000.0)
                                .toArray(Double[]::new))
                .param("input", agents.stream().map(AgentUsage::inputTokens).toArray(Long[]::new))
                .param("output", agents.stream().map(AgentUsage::outputTokens).toArray(Long[]::new))
                .param("cost", agents.stream().map(AgentUsage::costUsd).toArray(BigDecimal[]::new))
                .update();
    }
}
