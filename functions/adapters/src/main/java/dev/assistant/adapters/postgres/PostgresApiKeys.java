package dev.assistant.adapters.postgres;

import dev.assistant.adapters.postgres.IdempotencyKeys.Kind;
import dev.assistant.failure.Failure;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.ApiKey;
import dev.assistant.identity.ApiKeyId;
import dev.assistant.identity.ApiKeys;
import dev.assistant.identity.Caller;
import dev.assistant.identity.Role;
import dev.assistant.identity.Scope;
import dev.assistant.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** API keys, by hash, in {@code api_keys}. Thread-safe. */
public final class PostgresApiKeys implements ApiKeys {
    /** Rows change less often this way: a busy key is used many times a second. */
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final Database database;

    public PostgresApiKeys(Database database) {
        this.database = database;
    }

    @Override
    public void add(ApiKey key, String hash, Optional<IdempotencyKey> once) {
        database.transaction(sql -> {
            // Two at once must not both be the last that fits.
            sql.sql("select id from users where id = :owner for update")
                    .param("owner", key.owner().value())
                    .query()
                    .listOfRows();
            once.ifPresent(sent -> take(sql, sent, key));
            if (insert(sql, key, hash) == 0) {
                throw ApiKeys.tooMany();
            }
            return key;
        });
    }

    private static void take(JdbcClient sql, IdempotencyKey sent, ApiKey key) {
        if (!IdempotencyKeys.take(sql, key.owner(), sent, Kind.API_KEY, key.id().value(), key.createdAt())) {
            IdempotencyKeys.find(sql, key.owner(), sent, Kind.API_KEY);
            throw ApiKeys.madeBefore();
        }
    }

    private static int insert(JdbcClient sql, ApiKey key, String hash) {
        return sql.sql("""
                        insert into api_keys (id, user_id, name, key_hash, key_prefix, scopes, expires_at, created_at)
                        select :id, :owner, :name, :hash, :prefix, cast(:scopes as text[]), :expires_at, :created_at
                        where (select count(*) from api_keys where user_id = :owner) < :most
                        """)
                .param("id", key.id().value())
                .param("owner", key.owner().value())
                .param("name", StorableText.plain(key.name()))
                .param("hash", hash)
                .param("prefix", key.prefix())
                .param("scopes", names(key.scopes()))
                .param("expires_at", key.expiresAt().map(Columns::time).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("created_at", Columns.time(key.createdAt()))
                .param("most", MOST)
                .update();
    }

    @Override
    public List<ApiKey> of(UserId owner) {
        return database.query(sql -> sql.sql("""
                        select * from api_keys where user_id = :owner order by created_at desc, id desc limit :most
                        """)
                .param("owner", owner.value())
                .param("most", MOST)
                .query(PostgresApiKeys::key)
                .list());
    }

    @Override
    public void delete(UserId owner, ApiKeyId id) {
        int deleted = database.transaction(sql -> {
            IdempotencyKeys.forget(sql, owner, id.value());
            return sql.sql("delete from api_keys where id = :id and user_id = :owner")
                    .param("id", id.value())
                    .param("owner", owner.value())
                    .update();
        });
        if (deleted == 0) {
            throw new Failure.NotFound("API key");
        }
    }

    @Override
    public Optional<Caller> use(String hash, Instant now) {
        return database.query(sql -> sql.sql("""
                        with found as (
                            select k.id as key_id, k.last_used_at, k.scopes, u.id, u.role
                            from api_keys k
                            join users u on u.id = k.user_id
                            where k.key_hash = :hash and (k.expires_at is null or k.expires_at > :now) and u.is_active),
                        noted as (
                            update api_keys set last_used_at = :now
                            where id in (
                                select key_id from found where last_used_at is null or last_used_at <= :earlier))
                        select key_id, id, role, scopes from found
                        """)
                .param("hash", hash)
                .param("now", Columns.time(now))
                .param("earlier", Columns.time(now.minus(USE_IS_NOTED_EVERY)))
                .query((row, number) -> Caller.withKey(
                        new UserId(Columns.uuid(row, "id")),
                        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                        new ApiKeyId(Columns.uuid(row, "key_id")),
                        scopes(row)))
                .optional());
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                new ApiKeyId(Columns.uuid(row, "id")),
                new UserId(Columns.uuid(row, "user_id")),
                row.getString("name"),
                row.getString("key_prefix"),
                scopes(row),
                Columns.findTime(row, "last_used_at"),
                Columns.findTime(row, "expires_at"),
                Columns.time(row, "created_at"));
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("scopes").getArray();
        return Arrays.stream(names)
                .map(name -> Scope.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String[] names(Set<Scope> scopes) {
        return scopes.stream()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toArray(String[]::new);
    }
}
