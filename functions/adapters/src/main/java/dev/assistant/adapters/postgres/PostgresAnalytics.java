package dev.assistant.adapters.postgres;

import dev.assistant.analytics.Analytics;
import dev.assistant.analytics.Figures;
import dev.assistant.analytics.Judgement;
import dev.assistant.analytics.Period;
import dev.assistant.analytics.Share;
import dev.assistant.analytics.Spending;
import dev.assistant.analytics.Timeline;
import dev.assistant.identity.UserId;
import dev.assistant.review.Severity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Figures, counted when asked for. Every statement walks one index of its table over the owner's time range. Reads only, so it
 * may be given a replica. Thread-safe.
 */
public final class PostgresAnalytics implements Analytics {
    private static final double MILLIS = 1000;

    private final Database database;

    public PostgresAnalytics(Database database) {
        this.database = database;
    }

    @Override
    public Timeline timeline(UserId owner, Period period) {
        Map<Integer, Figures> byBucket = new HashMap<>();
        for (Statement statement : List.of(
                executions(owner, period), decisions(owner, period), fixes(owner, period), tokens(owner, period))) {
            database.query(sql ->
                            statement.on(sql).query(PostgresAnalytics::figures).list())
                    .forEach(row -> byBucket.merge(row.bucket(), row.figures(), Figures::plus));
        }
        // Bucket 1 is the period before.
        List<Figures> figures = IntStream.range(0, period.buckets().size())
                .mapToObj(n -> byBucket.getOrDefault(n + 2, Figures.NONE))
                .toList();
        return new Timeline(period, byBucket.getOrDefault(1, Figures.NONE), figures);
    }

    private record Row(int bucket, Figures figures) {}

    static Statement executions(UserId owner, Period period) {
        return overEdges(owner, period, """
                select width_bucket(created_at, cast(:edges as timestamptz[])) as bucket,
                    count(*) as submitted,
                    count(*) filter (where status = 'completed') as completed,
                    count(*) filter (where status = 'failed') as failed,
                    count(*) filter (where status = 'cancelled') as cancelled,
                    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'critical' as bigint)), 0) as critical,
                    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'high' as bigint)), 0) as high,
                    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'medium' as bigint)), 0) as medium,
                    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'low' as bigint)), 0) as low,
                    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'info' as bigint)), 0) as info,
                    0 as fixed,
                    0 as dismissed,
                    count(*) filter (where gate = 'passed') as passed,
                    count(*) filter (where gate = 'failed') as gate_failed,
                    count(*) filter (where gate = 'incomplete') as incomplete,
                    coalesce(sum(duration_seconds) filter (where status = 'completed'), 0) as seconds,
                    0 as input_tokens,
                    0 as output_tokens,
                    sum(cost_usd) as cost
                from workflow_executions
                where user_id = :owner and created_at >= :begin and created_at < :end
                group by bucket""");
    }

    static Statement decisions(UserId owner, Period period) {
        return overEdges(owner, period, counting("decided_at", "0", "count(*)", "0", "0") + """
                from triage
                where user_id = :owner and decided_at >= :begin and decided_at < :end and state = 'dismissed'
                group by bucket""");
    }

    static Statement fixes(UserId owner, Period period) {
        return overEdges(owner, period, counting("submitted_at", "sum(findings)", "0", "0", "0") + """
                from review_facets
                where user_id = :owner and kind = 'change' and name = 'gone'
                  and submitted_at >= :begin and submitted_at < :end
                group by bucket""");
    }

    static Statement tokens(UserId owner, Period period) {
        return overEdges(
                owner, period, counting("submitted_at", "0", "0", "sum(input_tokens)", "sum(output_tokens)") + """
                from review_agents
                where user_id = :owner and submitted_at >= :begin and submitted_at < :end
                group by bucket""");
    }

    /** The columns of a statement that knows only some of the figures. */
    private static String counting(String time, String fixed, String dismissed, String input, String output) {
        return """
                select width_bucket(%s, cast(:edges as timestamptz[])) as bucket,
                    0 as submitted, 0 as completed, 0 as failed, 0 as cancelled,
                    0 as critical, 0 as high, 0 as medium, 0 as low, 0 as info,
                    %s as fixed, %s as dismissed, 0 as passed, 0 as gate_failed, 0 as incomplete, 0.0 as seconds,
                    %s as input_tokens, %s as output_tokens, 0.0 as cost
                """.formatted(time, fixed, dismissed, input, output);
    }

    private static Statement overEdges(UserId owner, Period period, String text) {
        List<Instant> edges = period.edges();
        return new Statement(text)
                .with("owner", owner.value())
                .with("edges", edges.stream().map(Instant::toString).toArray(String[]::new))
                .with("begin", Columns.time(edges.getFirst()))
                .with("end", Columns.time(edges.getLast()));
    }

    private static Row figures(ResultSet row, int number) throws SQLException {
        Map<Severity, Long> issues = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            issues.put(severity, row.getLong(severity.id()));
        }
        return new Row(
                row.getInt("bucket"),
                new Figures(
                        row.getLong("submitted"),
                        row.getLong("completed"),
                        row.getLong("failed"),
                        row.getLong("cancelled"),
                        issues,
                        row.getLong("fixed"),
                        row.getLong("dismissed"),
                        row.getLong("passed"),
                        row.getLong("gate_failed"),
                        row.getLong("incomplete"),
                        seconds(row),
                        row.getLong("input_tokens"),
                        row.getLong("output_tokens"),
                        row.getBigDecimal("cost")));
    }

    private static Duration seconds(ResultSet row) throws SQLException {
        return Duration.ofMillis(Math.round(row.getDouble("seconds") * MILLIS));
    }

    @Override
    public List<Share> top(UserId owner, Period period, Facet facet, int limit) {
        return database.query(sql -> shares(owner, period, facet, limit)
                .on(sql)
                .query((row, number) -> new Share(
                        row.getString("name"),
                        row.getLong("reviews"),
                        row.getLong("findings"),
                        row.getLong("dismissed")))
                .list());
    }

    static Statement shares(UserId owner, Period period, Facet facet, int limit) {
        return within(owner, period, """
                        select name, count(*) as reviews, sum(findings) as findings, sum(dismissed) as dismissed
                        from review_facets
                        where user_id = :owner and kind = :kind and submitted_at >= :begin and submitted_at < :end
                        group by name
                        order by sum(findings) desc, count(*) desc, name
                        limit :limit""")
                .with("kind", facet.name().toLowerCase(Locale.ROOT))
                .with("limit", limit);
    }

    @Override
    public List<Spending> byWorkflow(UserId owner, Period period) {
        return database.query(sql -> workflows(owner, period)
                .on(sql)
                .query(PostgresAnalytics::spending)
                .list());
    }

    static Statement workflows(UserId owner, Period period) {
        return within(owner, period, """
                select e.workflow_name as name, count(*) as executions, coalesce(sum(e.duration_seconds), 0) as seconds,
                    coalesce(sum(a.input_tokens), 0) as input_tokens, coalesce(sum(a.output_tokens), 0) as output_tokens,
                    sum(e.cost_usd) as cost
                from workflow_executions e
                left join (
                    select execution_id, sum(input_tokens) as input_tokens, sum(output_tokens) as output_tokens
                    from review_agents
                    where user_id = :owner and submitted_at >= :begin and submitted_at < :end
                    group by execution_id
                ) a on a.execution_id = e.id
                where e.user_id = :owner and e.created_at >= :begin and e.created_at < :end
                group by e.workflow_name
                order by cost desc, executions desc, name""");
    }

    @Override
    public List<Spending> byAgent(UserId owner, Period period) {
        return database.query(sql ->
                agents(owner, period).on(sql).query(PostgresAnalytics::spending).list());
    }

    static Statement agents(UserId owner, Period period) {
        return within(owner, period, """
                select agent as name, count(*) as executions, sum(duration_seconds) as seconds,
                    sum(input_tokens) as input_tokens, sum(output_tokens) as output_tokens, sum(cost_usd) as cost
                from review_agents
                where user_id = :owner and submitted_at >= :begin and submitted_at < :end
                group by agent
                order by cost desc, seconds desc, name""");
    }

    @Override
    public List<Judgement> judgements(UserId owner, Period period, int limit) {
        return database.query(sql -> ratedRules(owner, period, limit)
                .on(sql)
                .query((row, number) ->
                        new Judgement(row.getString("rule_id"), row.getLong("hits"), row.getLong("misses")))
                .list());
    }

    /** A decision counts unless the same finding was rated in the review where it was decided. */
    static Statement ratedRules(UserId owner, Period period, int limit) {
        return within(owner, period, """
                        select rule_id, count(*) filter (where hit) as hits, count(*) filter (where not hit) as misses
                        from (
                            select rule_id, helpful as hit
                            from ratings
                            where user_id = :owner and rated_at >= :begin and rated_at < :end
                            union all
                            select t.rule_id, t.state = 'accepted'
                            from triage t
                            where t.user_id = :owner and t.decided_at >= :begin and t.decided_at < :end
                              and (t.state = 'accepted' or t.reason = 'false_positive')
                              and not exists (
                                  select from ratings r where r.job_id = t.decided_in and r.fingerprint = t.fingerprint)
                        ) judged
                        group by rule_id
                        order by count(*) desc, rule_id
                        limit :limit""").with("limit", limit);
    }

    private static Statement within(UserId owner, Period period, String text) {
        List<Instant> edges = period.edges();
        return new Statement(text)
                .with("owner", owner.value())
                .with("begin", Columns.time(period.buckets().getFirst().begin()))
                .with("end", Columns.time(edges.getLast()));
    }

    private static Spending spending(ResultSet row, int number) throws SQLException {
        BigDecimal cost = row.getBigDecimal("cost");
        return new Spending(
                row.getString("name"),
                row.getLong("executions"),
                seconds(row),
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                cost);
    }
}
