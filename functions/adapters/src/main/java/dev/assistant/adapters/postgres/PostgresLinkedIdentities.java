package dev.assistant.adapters.postgres;

import dev.assistant.failure.Failure;
import dev.assistant.identity.LinkedIdentities;
import dev.assistant.identity.LinkedIdentity;
import dev.assistant.identity.Provider;
import dev.assistant.identity.ProviderIdentity;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Identities in {@code identities}. Thread-safe. */
public final class PostgresLinkedIdentities implements LinkedIdentities {
    private final Database database;

    public PostgresLinkedIdentities(Database database) {
        this.database = database;
    }

    @Override
    public Optional<UserId> find(ProviderIdentity identity) {
        return database.query(
                sql -> sql.sql("select user_id from identities where provider = :provider and subject = :subject")
                        .param("provider", identity.provider().word())
                        .param("subject", identity.subject())
                        .query((row, number) -> new UserId(Columns.uuid(row, "user_id")))
                        .optional());
    }

    @Override
    public List<LinkedIdentity> of(UserId owner) {
        return database.query(sql -> sql.sql("""
                        select provider, created_at from identities where user_id = :owner order by provider
                        """)
                .param("owner", owner.value())
                .query((row, number) -> new LinkedIdentity(
                        Provider.named(row.getString("provider")).orElseThrow(), Columns.time(row, "created_at")))
                .list());
    }

    @Override
    public void unlink(UserId owner, Provider provider, Instant now) {
        database.transaction(sql -> {
            boolean hasPassword = PostgresUsers.lockForWaysIn(sql, owner);
            int removed = sql.sql("delete from identities where user_id = :owner and provider = :provider")
                    .param("owner", owner.value())
                    .param("provider", provider.word())
                    .update();
            if (removed == 0) {
                throw new Failure.NotFound("linked account");
            }
            if (PostgresUsers.renewFirstIdentity(sql, owner, now) == 0 && !hasPassword) {
                throw new Failure.Conflict(
                        "%s is the only way into your account. Choose a password or link another provider first."
                                .formatted(provider.label()));
            }
            return removed;
        });
    }

    @Override
    public void link(UserId owner, ProviderIdentity identity, Instant now) {
        try {
            database.transaction(sql -> insert(sql, owner, identity, now));
        } catch (DuplicateKeyException e) {
            throw taken(identity);
        }
    }

    @Override
    public boolean add(User user, ProviderIdentity identity) {
        try {
            return database.transaction(sql -> {
                PostgresUsers.insert(sql, user);
                return insert(sql, user.id(), identity, user.createdAt()) > 0;
            });
        } catch (DuplicateKeyException e) {
            if (PostgresUsers.isUsernameTaken(e)) {
                return false;
            }
            throw taken(identity);
        }
    }

    private static int insert(JdbcClient sql, UserId owner, ProviderIdentity identity, Instant now) {
        sql.sql("""
                        insert into identities (provider, subject, user_id, created_at)
                        values (:provider, :subject, :owner, :now)
                        """)
                .param("provider", identity.provider().word())
                .param("subject", identity.subject())
                .param("owner", owner.value())
                .param("now", Columns.time(now))
                .update();
        return PostgresUsers.setFirstIdentity(sql, owner, identity, now);
    }

    private static Failure.Conflict taken(ProviderIdentity identity) {
        return new Failure.Conflict(
                "Your account is linked with another %s account. Sign in with that one, or with your password."
                        .formatted(identity.provider().label()));
    }
}
