package dev.assistant.adapters.postgres;

import dev.assistant.failure.Failure;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.ProfileChange;
import dev.assistant.identity.ProviderIdentity;
import dev.assistant.identity.Role;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.identity.Users;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts in {@code users}. Thread-safe. */
public final class PostgresUsers implements Users {
    private final Database database;

    public PostgresUsers(Database database) {
        this.database = database;
    }

    @Override
    public void add(User user) {
        try {
            database.query(sql -> insert(sql, user));
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    /** Adds an account in somebody else's transaction. */
    static int insert(JdbcClient sql, User user) {
        return sql.sql("""
                        insert into users (id, email, username, password_hash, full_name, avatar_url, role, is_active,
                            email_verified, created_at, updated_at, last_login)
                        values (:id, :email, :username, :password_hash, :full_name, :avatar_url, :role, :is_active,
                            :email_verified, :created_at, :updated_at, :last_login)
                        """)
                .param("id", user.id().value())
                .param("email", user.email().value())
                .param("username", user.username())
                .param("password_hash", user.passwordHash().orElse(null), Types.VARCHAR)
                .param("full_name", user.fullName().map(StorableText::plain).orElse(null), Types.VARCHAR)
                .param("avatar_url", user.avatarUrl().orElse(null), Types.VARCHAR)
                .param("role", user.role().name().toLowerCase(Locale.ROOT))
                .param("is_active", user.active())
                .param("email_verified", user.emailVerified())
                .param("created_at", Columns.time(user.createdAt()))
                .param("updated_at", Columns.time(user.updatedAt()))
                .param("last_login", user.lastLogin().map(Columns::time).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Notes where an account was made, or what was first linked with it, in somebody else's transaction. */
    static int setFirstIdentity(JdbcClient sql, UserId id, ProviderIdentity identity, Instant now) {
        return sql.sql("""
                        update users
                        set oauth_id = case when oauth_provider is null then :subject else oauth_id end,
                            oauth_provider = coalesce(oauth_provider, :provider),
                            updated_at = :now
                        where id = :id
                        """)
                .param("id", id.value())
                .param("provider", identity.provider().word())
                .param("subject", identity.subject())
                .param("now", Columns.time(now))
                .update();
    }

    /**
     * Lets nobody else change the ways into an account until somebody else's transaction ends, so that two who take one away
     * each leave one.
     *
     * @return whether a password is one
     */
    static boolean lockForWaysIn(JdbcClient sql, UserId id) {
        return sql.sql("select password_hash is not null as has_password from users where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> row.getBoolean("has_password"))
                .optional()
                .orElseThrow(() -> new Failure.NotFound("account"));
    }

    /**
     * Notes the identity that was linked first of those that are left, in somebody else's transaction.
     *
     * @return how many are left
     */
    static int renewFirstIdentity(JdbcClient sql, UserId id, Instant now) {
        sql.sql("""
                        update users
                        set (oauth_provider, oauth_id) = (
                                select provider, subject from identities
                                where user_id = :id order by created_at, provider limit 1),
                            updated_at = :now
                        where id = :id
                        """).param("id", id.value()).param("now", Columns.time(now)).update();
        return sql.sql("select count(*) from identities where user_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public User byId(UserId id) {
        return database.query(sql -> sql.sql("select * from users where id = :id")
                        .param("id", id.value())
                        .query(PostgresUsers::user)
                        .optional())
                .orElseThrow(() -> new Failure.NotFound("account"));
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return database.query(sql -> sql.sql("select * from users where email = :email")
                .param("email", email.value())
                .query(PostgresUsers::user)
                .optional());
    }

    @Override
    public User change(UserId id, ProfileChange change, Instant now) {
        try {
            return database.query(sql -> sql.sql("""
                                    update users
                                    set username = coalesce(:username, username),
                                        full_name = case when :changes_name then :full_name else full_name end,
                                        avatar_url = case when :changes_avatar then :avatar_url else avatar_url end,
                                        updated_at = :now
                                    where id = :id
                                    returning *
                                    """)
                            .param("id", id.value())
                            .param("username", change.username().orElse(null), Types.VARCHAR)
                            .param("changes_name", change.fullName().isPresent())
                            .param(
                                    "full_name",
                                    change.fullName()
                                            .flatMap(name -> name)
                                            .map(StorableText::plain)
                                            .orElse(null),
                                    Types.VARCHAR)
                            .param("changes_avatar", change.avatarUrl().isPresent())
                            .param(
                                    "avatar_url",
                                    change.avatarUrl().flatMap(url -> url).orElse(null),
                                    Types.VARCHAR)
                            .param("now", Columns.time(now))
                            .query(PostgresUsers::user)
                            .optional())
                    .orElseThrow(() -> new Failure.NotFound("account"));
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    @Override
    public void signedIn(UserId id, Instant now) {
        database.query(sql -> sql.sql("update users set last_login = :now where id = :id")
                .param("id", id.value())
                .param("now", Columns.time(now))
                .update());
    }

    @Override
    public void verifyAddress(UserId id, Instant now) {
        database.query(sql -> sql.sql("update users set email_verified = true, updated_at = :now where id = :id")
                .param("id", id.value())
                .param("now", Columns.time(now))
                .update());
    }

    /** Sets a password in somebody else's transaction. */
    static void setPassword(JdbcClient sql, UserId id, String hash, Instant now) {
        sql.sql("update users set password_hash = :hash, updated_at = :now where id = :id")
                .param("id", id.value())
                .param("hash", hash)
                .param("now", Columns.time(now))
                .update();
    }

    private static Failure.Conflict taken(DuplicateKeyException e) {
        return new Failure.Conflict(
                isUsernameTaken(e)
                        ? "This username is taken. Choose another."
                        : "This email address already has an account. Sign in instead, or use another address.");
    }

    /** Which of those that must be unique it was. */
    static boolean isUsernameTaken(DuplicateKeyException e) {
        return e.getMostSpecificCause() instanceof PSQLException cause
                && Optional.ofNullable(cause.getServerErrorMessage())
                        .map(ServerErrorMessage::getConstraint)
                        .filter(constraint -> constraint.startsWith("users_username_"))
                        .isPresent();
    }

    static User user(ResultSet row, int number) throws SQLException {
        return new User(
                new UserId(Columns.uuid(row, "id")),
                new EmailAddress(row.getString("email")),
                row.getString("username"),
                Columns.findText(row, "password_hash"),
                Columns.findText(row, "full_name"),
                Columns.findText(row, "avatar_url"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                row.getBoolean("is_active"),
                row.getBoolean("email_verified"),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"),
                Columns.findTime(row, "last_login"));
    }
}
