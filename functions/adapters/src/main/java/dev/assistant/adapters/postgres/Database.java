package dev.assistant.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.assistant.failure.Failure;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A small pool of connections to PostgreSQL. Nothing may take long: statements and idle transactions are ended by the
 * server. A database that does not answer becomes {@link Failure.Unavailable} here and nowhere else. Thread-safe.
 */
public final class Database implements AutoCloseable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final String SERVER_LIMITS =
            "-c statement_timeout=10s -c lock_timeout=5s -c idle_in_transaction_session_timeout=10s";

    private final HikariDataSource pool;
    private final JdbcClient client;
    private final TransactionTemplate transactions;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.client = JdbcClient.create(pool);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /**
     * Opens a pool. Connects on first use, so that a process can start and say what is down.
     *
     * @param connections how many at most; a function needs one or two, since it serves one request at a time
     */
    public static Database open(DatabaseSettings settings, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        // By name: the driver manager does not see a class loader of our own.
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT.toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("options", SERVER_LIMITS);
        config.addDataSourceProperty("connectTimeout", String.valueOf(CONNECT.toSeconds()));
        config.addDataSourceProperty("socketTimeout", String.valueOf(SILENCE.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "development-assistant");
        return new Database(new HikariDataSource(config));
    }

    /** @throws Failure.Unavailable when the database does not answer */
    public void probe() {
        query(sql -> sql.sql("select 1").query(Integer.class).single());
    }

    /** How many of the pool's connections are in use now. */
    public int activeConnections() {
        return pool.getHikariPoolMXBean() == null
                ? 0
                : pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** Runs single statements, each its own transaction. */
    <T> T query(Function<JdbcClient, T> work) {
        return guarded(() -> work.apply(client));
    }

    /** Runs statements that stand or fall together. */
    <T> T transaction(Function<JdbcClient, T> work) {
        return guarded(() -> Objects.requireNonNull(transactions.execute(status -> work.apply(client))));
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessResourceFailureException
                | TransientDataAccessException
                | RecoverableDataAccessException
                | TransactionException e) {
            throw new Failure.Unavailable("database", RETRY_AFTER, e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
