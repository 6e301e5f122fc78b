package dev.assistant.adapters.postgres;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.quota.Quota;
import dev.assistant.quota.QuotaUse;
import dev.assistant.quota.Quotas;
import dev.assistant.workflow.JobId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Quotas in {@code user_quotas} and their use by day in {@code usage_days}. Thread-safe. */
public final class PostgresQuotas implements Quotas {
    private final Database database;

    public PostgresQuotas(Database database) {
        this.database = database;
    }

    @Override
    public QuotaUse of(UserId user, Instant now) {
        return database.query(sql -> use(sql, user, now));
    }

    @Override
    public void set(UserId user, Quota quota, UserId administrator, Instant now) {
        try {
            database.query(sql -> sql.sql("""
                            insert into user_quotas (user_id, reviews_per_day, usd_per_month, set_by, updated_at)
                            values (:user, :reviews, :usd, :administrator, :now)
                            on conflict (user_id) do update
                            set reviews_per_day = excluded.reviews_per_day, usd_per_month = excluded.usd_per_month,
                                set_by = excluded.set_by, updated_at = excluded.updated_at
                            """)
                    .param("user", user.value())
                    .param("reviews", quota.reviewsPerDay().orElse(null), Types.INTEGER)
                    .param("usd", quota.usdPerMonth().orElse(null), Types.NUMERIC)
                    .param("administrator", administrator.value())
                    .param("now", Columns.time(now))
                    .update());
        } catch (DataIntegrityViolationException e) {
            throw new Failure.NotFound("account"); // deleted meanwhile
        }
    }

    /**
     * Counts a new job in the transaction that stores it. The row of the day makes submissions of one person wait for each
     * other until then, so that none slips through.
     *
     * @throws Failure.LimitReached when the quota is used up
     */
    static void countJob(JdbcClient sql, UserId owner, Instant now) {
        sql.sql("""
                        insert into usage_days (user_id, day, reviews) values (:owner, :day, 0)
                        on conflict (user_id, day) do update set reviews = usage_days.reviews
                        """)
                .param("owner", owner.value())
                .param("day", QuotaUse.day(now))
                .update();
        use(sql, owner, now).requireRoomForOne();
        sql.sql("update usage_days set reviews = reviews + 1 where user_id = :owner and day = :day")
                .param("owner", owner.value())
                .param("day", QuotaUse.day(now))
                .update();
    }

    /** Counts what a job has cost more than was known before, in the transaction that stores it. */
    static void countCost(JdbcClient sql, JobId job, BigDecimal usd, Instant now) {
        sql.sql("""
                        insert into usage_days (user_id, day, cost_usd)
                        select user_id, :day, :usd from workflow_executions where id = :job
                        on conflict (user_id, day) do update set cost_usd = usage_days.cost_usd + excluded.cost_usd
                        """)
                .param("job", job.value())
                .param("day", QuotaUse.day(now))
                .param("usd", usd)
                .update();
    }

    private static QuotaUse use(JdbcClient sql, UserId user, Instant now) {
        return sql.sql("""
                        select q.reviews_per_day, q.usd_per_month,
                            coalesce((select reviews from usage_days where user_id = :user and day = :day), 0) as reviews,
                            coalesce((select sum(cost_usd) from usage_days
                                      where user_id = :user and day between :month and :day), 0) as cost_usd
                        from (select 1) as one
                        left join user_quotas q on q.user_id = :user
                        """)
                .param("user", user.value())
                .param("day", QuotaUse.day(now))
                .param("month", QuotaUse.month(now))
                .query((row, number) ->
                        new QuotaUse(quota(row), row.getInt("reviews"), plain(row.getBigDecimal("cost_usd")), now))
                .single();
    }

    /** The quota in a row that has its columns; none when they are null. */
    static Quota quota(ResultSet row) throws SQLException {
        return new Quota(
                Optional.ofNullable(row.getObject("reviews_per_day", Integer.class)),
                Optional.<BigDecimal>ofNullable(row.getBigDecimal("usd_per_month"))
                        .map(PostgresQuotas::plain));
    }

    /** Without the zeros that only the column's scale brings. */
    static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
