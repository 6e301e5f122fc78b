package dev.assistant.adapters.postgres;

import dev.assistant.administration.Account;
import dev.assistant.administration.Accounts;
import dev.assistant.failure.Failure;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.page.Cursor;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts in {@code users} with their quotas, for administrators. Thread-safe. */
public final class PostgresAccounts implements Accounts {
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final Database database;

    public PostgresAccounts(Database database) {
        this.database = database;
    }

    @Override
    public Page<Account> search(Optional<String> text, PageRequest page) {
        List<Account> found = database.query(sql -> sql.sql("""
                        select u.*, q.reviews_per_day, q.usd_per_month
                        from users u
                        left join user_quotas q on q.user_id = u.id
                        where u.closed_at is null
                          and (u.created_at, u.id) < (:at, :id)
                          and (cast(:text as text) is null
                               or strpos(u.email, lower(:text)) > 0
                               or strpos(lower(u.username), lower(:text)) > 0
                               or strpos(lower(u.full_name), lower(:text)) > 0)
                        order by u.created_at desc, u.id desc
                        limit :limit
                        """)
                .param("text", text.map(StorableText::plain).orElse(null), Types.VARCHAR)
                .param(
                        "at",
                        page.after().map(cursor -> Columns.time(cursor.at())).orElse(OffsetDateTime.MAX))
                .param("id", page.after().map(Cursor::id).orElse(LAST_ID))
                .param("limit", page.limit() + 1)
                .query(PostgresAccounts::account)
                .list());
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        User last = found.get(page.limit() - 1).user();
        return new Page<>(
                found.subList(0, page.limit()),
                Optional.of(new Cursor(last.createdAt(), last.id().value())));
    }

    @Override
    public Account byId(UserId id) {
        return database.query(sql -> sql.sql("""
                        select u.*, q.reviews_per_day, q.usd_per_month
                        from users u
                        left join user_quotas q on q.user_id = u.id
                        where u.id = :id and u.closed_at is null
                        """)
                        .param("id", id.value())
                        .query(PostgresAccounts::account)
                        .optional())
                .orElseThrow(() -> new Failure.NotFound("account"));
    }

    @Override
    public void activate(UserId id, boolean active, Instant now) {
        int changed = database.query(sql -> sql.sql("""
                        update users set is_active = :active, updated_at = :now where id = :id and closed_at is null
                        """)
                .param("id", id.value())
                .param("active", active)
                .param("now", Columns.time(now))
                .update());
        if (changed == 0) {
            throw new Failure.NotFound("account");
        }
    }

    @Override
    public boolean promote(EmailAddress email, Instant now) {
        return database.query(sql -> sql.sql("""
                                update users set role = 'admin', updated_at = :now
                                where email = :email and closed_at is null
                                """)
                        .param("email", email.value())
                        .param("now", Columns.time(now))
                        .update())
                > 0;
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(PostgresUsers.user(row, number), PostgresQuotas.quota(row));
    }
}
