package dev.assistant.adapters.postgres;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.review.Finding;
import dev.assistant.review.Rating;
import dev.assistant.review.Ratings;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ratings of findings, in {@code ratings}. Thread-safe. */
public final class PostgresRatings implements Ratings {
    private static final int MOST = 1_000;

    private final Database database;

    public PostgresRatings(Database database) {
        this.database = database;
    }

    @Override
    public void rate(UserId owner, JobId job, Finding finding, boolean helpful, Instant now) {
        int changed = database.query(sql -> sql.sql("""
                        insert into ratings (job_id, fingerprint, user_id, rule_id, helpful, rated_at)
                        select e.id, :fingerprint, e.user_id, :rule, :helpful, :now
                        from workflow_executions e
                        where e.id = :job and e.user_id = :owner
                        on conflict (job_id, fingerprint) do update
                        set helpful = excluded.helpful, rated_at = excluded.rated_at
                        """)
                .param("fingerprint", finding.fingerprint())
                .param("rule", finding.ruleId())
                .param("helpful", helpful)
                .param("now", Columns.time(now))
                .param("job", job.value())
                .param("owner", owner.value())
                .update());
        if (changed == 0) {
            throw new Failure.NotFound("review");
        }
    }

    @Override
    public void takeBack(UserId owner, JobId job, Finding finding) {
        database.query(sql -> sql.sql("""
                        delete from ratings where job_id = :job and fingerprint = :fingerprint and user_id = :owner
                        """)
                .param("job", job.value())
                .param("fingerprint", finding.fingerprint())
                .param("owner", owner.value())
                .update());
    }

    @Override
    public List<Rating> ofReview(UserId owner, JobId job) {
        return database.query(sql -> {
            requireReview(sql, owner, job);
            return sql.sql("""
                            select fingerprint, helpful
                            from ratings
                            where job_id = :job and user_id = :owner
                            order by rated_at desc
                            limit :most
                            """)
                    .param("job", job.value())
                    .param("owner", owner.value())
                    .param("most", MOST)
                    .query((row, number) -> new Rating(row.getString("fingerprint"), row.getBoolean("helpful")))
                    .list();
        });
    }

    private static void requireReview(JdbcClient sql, UserId owner, JobId job) {
        boolean exists = sql.sql("select exists (select from workflow_executions where id = :job and user_id = :owner)")
                .param("job", job.value())
                .param("owner", owner.value())
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw new Failure.NotFound("review");
        }
    }
}
