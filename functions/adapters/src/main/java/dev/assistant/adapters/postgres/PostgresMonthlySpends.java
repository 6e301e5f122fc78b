package dev.assistant.adapters.postgres;

import dev.assistant.administration.MonthlySpend;
import dev.assistant.administration.MonthlySpends;
import dev.assistant.page.Cursor;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is in {@code usage_days}, by month and person. A cursor carries money as its name. Thread-safe. */
public final class PostgresMonthlySpends implements MonthlySpends {
    /** More than anybody has spent. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private static final UUID LAST_ID = new UUID(-1, -1);

    private final Database database;

    public PostgresMonthlySpends(Database database) {
        this.database = database;
    }

    @Override
    public Page<MonthlySpend> of(YearMonth month, PageRequest page) {
        List<MonthlySpend> found = database.query(sql -> sql.sql("""
                        select u.*, q.reviews_per_day, q.usd_per_month, used.jobs, used.usd
                        from (select user_id, sum(reviews) as jobs, sum(cost_usd) as usd
                              from usage_days
                              where day >= :first and day < :next
                              group by user_id) used
                        join users u on u.id = used.user_id
                        left join user_quotas q on q.user_id = u.id
                        where u.closed_at is null and (used.usd, u.id) < (:usd, :id)
                        order by used.usd desc, u.id desc
                        limit :limit
                        """)
                .param("first", month.atDay(1))
                .param("next", month.plusMonths(1).atDay(1))
                .param("usd", page.after().map(PostgresMonthlySpends::usd).orElse(MOST))
                .param("id", page.after().map(Cursor::id).orElse(LAST_ID))
                .param("limit", page.limit() + 1)
                .query(PostgresMonthlySpends::spend)
                .list());
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        MonthlySpend last = found.get(page.limit() - 1);
        return new Page<>(
                found.subList(0, page.limit()),
                Optional.of(new Cursor(
                        Instant.EPOCH, last.user().id().value(), last.usd().toPlainString())));
    }

    @Override
    public BigDecimal total(YearMonth month) {
        return PostgresQuotas.plain(database.query(sql -> sql.sql("""
                        select coalesce(sum(d.cost_usd), 0)
                        from usage_days d join users u on u.id = d.user_id
                        where d.day >= :first and d.day < :next and u.closed_at is null
                        """)
                .param("first", month.atDay(1))
                .param("next", month.plusMonths(1).atDay(1))
                .query(BigDecimal.class)
                .single()));
    }

    /** Clients can make cursors up: what is no money is a place before all others. */
    private static BigDecimal usd(Cursor cursor) {
        return cursor.name().matches("\\d{1,12}(\\.\\d{1,6})?") ? new BigDecimal(cursor.name()) : MOST;
    }

    private static MonthlySpend spend(ResultSet row, int number) throws SQLException {
        return new MonthlySpend(
                PostgresUsers.user(row, number),
                PostgresQuotas.quota(row),
                row.getLong("jobs"),
                PostgresQuotas.plain(row.getBigDecimal("usd")));
    }
}
