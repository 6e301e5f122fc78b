package dev.assistant.testkit.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL 18 server on 127.0.0.1, started from binaries on the class path, as any user including root.
 *
 * <p>With a data directory it keeps its data and writes as safely as in production; without one the data is gone on
 * {@link #close()} and nothing is synced to disk. It ends with this JVM. Thread-safe.
 */
public final class PostgresEngine implements AutoCloseable {

    /** The server's only account, its superuser. */
    public static final String USER = "assistant";

    /** Its password. The server listens on the loopback address only. */
    public static final String PASSWORD = "assistant";

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(25);
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PATH", Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"), "LC_ALL", "C", "TZ", "UTC");
    /** Every class of tests has pools of its own, which keep their connections for a while. */
    private static final List<String> FOR_TESTS = List.of(
            "-c",
            "fsync=off",
            "-c",
            "synchronous_commit=off",
            "-c",
            "full_page_writes=off",
            "-c",
            "max_connections=400");

    private final Path directory;
    private final boolean temporary;
    private final int port;
    private final PostgresAccount account;
    private final ChildProcess server;

    private PostgresEngine(Path directory, boolean temporary, int port, PostgresAccount account) throws IOException {
        this.directory = directory;
        this.temporary = temporary;
        this.port = Loopback.portOrFree(port);
        this.account = account;
        Path home = PostgresBinaries.unpacked();
        if (!Files.exists(cluster().resolve("PG_VERSION"))) {
            initialise(home);
        }
        stopLeftover();
        this.server = serve(home);
        awaitReady();
    }

    /**
     * Starts a server that keeps its data.
     *
     * @param directory of the data and the server's log, made when missing; another major version's data is refused
     * @param port 1 to 65535, or 0 for any
     */
    public static PostgresEngine start(Path directory, int port) {
        return start(directory, port, PostgresAccount.ofThisMachine());
    }

    /** Starts an empty server on any port that forgets everything on close. */
    public static PostgresEngine temporary() {
        try {
            return start(Files.createTempDirectory("postgres"), true, 0, PostgresAccount.ofThisMachine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PostgresEngine start(Path directory, int port, PostgresAccount account) {
        return start(directory, false, port, account);
    }

    private static PostgresEngine start(Path directory, boolean temporary, int port, PostgresAccount account) {
        try {
            Files.createDirectories(directory);
            return new PostgresEngine(directory.toAbsolutePath(), temporary, port, account);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    /** Port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Process id of the server. */
    public long pid() {
        return server.pid();
    }

    /** True while the server process lives. */
    public boolean isAlive() {
        return server.isAlive();
    }

    /** JDBC address of a database on this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Loopback.HOST + ":" + port + "/" + database;
    }

    /** Opens a connection as {@link #USER}. The caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, PASSWORD);
    }

    /**
     * Makes a database when it is not there.
     *
     * @param name lower-case letters, digits, underscore
     * @return its JDBC address
     */
    public String createDatabase(String name) {
        return createDatabase(name, "template1");
    }

    /** Makes a database as a copy of another, which nobody may be connected to: cheaper than migrating again. */
    public String createDatabase(String name, String template) {
        try (Connection connection = connect("postgres")) {
            if (!exists(connection, name)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create database " + statement.enquoteIdentifier(name, true) + " template "
                            + statement.enquoteIdentifier(template, true));
                }
            }
            return jdbcUrl(name);
        } catch (SQLException e) {
            throw new IllegalStateException("could not create database " + name, e);
        }
    }

    @Override
    public void close() {
        server.close();
        if (temporary) {
            Trees.delete(directory);
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void initialise(Path home) throws IOException {
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        Files.createDirectories(cluster());
        account.take(cluster());
        account.take(password);
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(
                home.resolve("bin/initdb").toString(),
                "--pgdata=" + cluster(),
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8"));
        if (temporary) {
            command.add("--no-sync");
        }
        try (ChildProcess initdb = child(command)) {
            if (initdb.onExit().join() != 0) {
                throw new IOException("initdb failed: " + lastLines());
            }
        } finally {
            Files.delete(password);
        }
    }

    private ChildProcess serve(Path home) {
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                cluster().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=" + Loopback.HOST,
                "-c",
                "unix_socket_directories=",
                "-c",
                "log_error_verbosity=terse")); // or constraints would repeat people's addresses
        if (temporary) {
            command.addAll(FOR_TESTS);
        }
        return child(command);
    }

    private ChildProcess child(List<String> command) {
        return ChildProcess.start(command, ENVIRONMENT, log(), ChildProcess.StopSignal.INT, STOP_PATIENCE);
    }

    /** After {@code kill -9} of the JVM the server needs a moment to end, and must, before another may use its data. */
    private void stopLeftover() throws IOException {
        Path file = cluster().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle.of(pid).filter(this::isOurs).ifPresent(leftover -> {
            leftover.destroy();
            leftover.onExit()
                    .completeOnTimeout(leftover, STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            leftover.destroyForcibly();
        });
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(cluster().toString());
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!answers()) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                server.close();
                throw new IOException(lastLines());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Whether our server answers, and not another that has the port. */
    private boolean answers() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show data_directory")) {
            return rows.next() && rows.getString(1).equals(cluster().toString());
        } catch (SQLException e) {
            return false;
        }
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private Path cluster() {
        return directory.resolve("cluster");
    }

    private Path log() {
        return directory.resolve("server.log");
    }
}
