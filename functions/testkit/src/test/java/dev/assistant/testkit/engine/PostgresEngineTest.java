package dev.assistant.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresEngineTest {

    @Test
    void keeps_its_data_over_a_restart(@TempDir Path directory) throws Exception {
        try (PostgresEngine engine = PostgresEngine.start(directory, 0)) {
            engine.createDatabase("kept");
            execute(engine, "kept", "create table note (text varchar(20)); insert into note values ('still here')");
        }

        try (PostgresEngine engine = PostgresEngine.start(directory, 0)) {
            assertThat(engine.createDatabase("kept")).endsWith("/kept");
            assertThat(query(engine, "kept", "select text from note")).isEqualTo("still here");
        }
    }

    @Test
    void takes_over_data_whose_server_outlived_its_parent(@TempDir Path directory) throws Exception {
        try (PostgresEngine orphan = PostgresEngine.start(directory, 0)) {
            orphan.createDatabase("kept");

            try (PostgresEngine engine = PostgresEngine.start(directory, 0)) {
                assertThat(query(engine, "kept", "select 'usable'")).isEqualTo("usable");
                assertThat(orphan.isAlive()).isFalse();
            }
        }
    }

    @Test
    void is_version_18_with_utf8() throws Exception {
        assertThat(query(Engines.postgres(), "postgres", "show server_version_num"))
                .startsWith("18");
        assertThat(query(Engines.postgres(), "postgres", "show server_encoding"))
                .isEqualTo("UTF8");
    }

    @Test
    void copies_a_database_from_a_template() throws Exception {
        PostgresEngine engine = Engines.postgres();
        engine.createDatabase("original");
        execute(engine, "original", "create table copied (id int); insert into copied values (7)");

        engine.createDatabase("copy", "original");

        assertThat(query(engine, "copy", "select id from copied")).isEqualTo("7");
    }

    @Test
    void refuses_a_wrong_password() {
        String url = Engines.postgres().jdbcUrl("postgres");

        assertThatThrownBy(() -> DriverManager.getConnection(url, PostgresEngine.USER, "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void listens_on_the_loopback_address_only() throws Exception {
        for (InetAddress address : otherAddresses()) {
            assertThatThrownBy(() -> new Socket(address, Engines.postgres().port()).close())
                    .isInstanceOf(java.io.IOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PostgresAccount.class,
            names = {"OWN_NAMESPACE", "NOBODY"})
    void runs_for_root_in_a_directory_that_only_root_may_enter(PostgresAccount account, @TempDir Path parent)
            throws Exception {
        assumeTrue(new UnixSystem().getUid() == 0, "only root needs this");
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));

        try (PostgresEngine engine = PostgresEngine.start(parent.resolve("data"), 0, account)) {
            assertThat(query(engine, "postgres", "select 1")).isEqualTo("1");
            assertThat(engine.pid()).isPositive();
        }
    }

    @Test
    void says_why_it_does_not_start(@TempDir Path directory) throws Exception {
        try (PostgresEngine first = PostgresEngine.start(directory.resolve("one"), 0)) {
            assertThatThrownBy(() -> PostgresEngine.start(directory.resolve("two"), first.port()))
                    .hasMessageContaining("did not start")
                    .hasMessageContaining("bind");
        }
    }

    private static List<InetAddress> otherAddresses() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    private static void execute(PostgresEngine engine, String database, String sql) throws SQLException {
        try (Connection connection = engine.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresEngine engine, String database, String sql) throws SQLException {
        try (Connection connection = engine.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
