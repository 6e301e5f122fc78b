package dev.assistant.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.testkit.engine.Engines;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    @Test
    void migrates_once_and_then_finds_nothing_to_do() {
        DatabaseSettings settings = TestDatabase.settings(Engines.postgres().createDatabase("migrations_test"));

        assertThat(Migrations.apply(settings)).isPositive();
        assertThat(Migrations.apply(settings)).isZero();
    }

    @Test
    void has_every_table_and_column_that_clients_rely_on() {
        try (Database database = Database.open(TestDatabase.fresh(), 1)) {
            List<String> columns =
                    database.query(sql -> sql.sql("""
                            select table_name || '.' || column_name from information_schema.columns
                            where table_schema = 'public'
                            """).query(String.class).list());

            assertThat(columns).contains(columns("users", "id email username password_hash full_name avatar_url role"));
            assertThat(columns).contains(columns("users", "oauth_provider oauth_id is_active email_verified"));
            assertThat(columns).contains(columns("users", "created_at updated_at last_login"));
            assertThat(columns).contains(columns("projects", "id user_id name description repository_url language"));
            assertThat(columns).contains(columns("projects", "created_at updated_at"));
            assertThat(columns).contains(columns("workflow_executions", "id user_id project_id workflow_name status"));
            assertThat(columns).contains(columns("workflow_executions", "input_data results error_message"));
            assertThat(columns)
                    .contains(columns("workflow_executions", "duration_seconds created_at started_at completed_at"));
            assertThat(columns).contains(columns("code_reviews", "id execution_id code_content language file_path"));
            assertThat(columns).contains(columns("code_reviews", "focus_areas issues_found metrics created_at"));
            assertThat(columns).contains(columns("api_keys", "id user_id name key_hash key_prefix scopes"));
            assertThat(columns).contains(columns("api_keys", "last_used_at expires_at created_at"));
        }
    }

    @Test
    void keeps_every_time_with_its_zone() {
        try (Database database = Database.open(TestDatabase.fresh(), 1)) {
            List<String> without =
                    database.query(sql -> sql.sql("""
                            select table_name || '.' || column_name from information_schema.columns
                            where table_schema = 'public' and table_name <> 'flyway_schema_history'
                              and data_type = 'timestamp without time zone'
                            """).query(String.class).list());

            assertThat(without).isEmpty();
        }
    }

    @Test
    void removes_everything_of_a_deleted_account() {
        try (Database database = Database.open(TestDatabase.fresh(), 1)) {
            List<String> undeletable =
                    database.query(sql -> sql.sql("""
                            select conrelid::regclass || ' ' || conname from pg_constraint
                            where contype = 'f' and confdeltype not in ('c', 'n')
                            """).query(String.class).list());

            assertThat(undeletable).isEmpty();
        }
    }

    @Test
    void answers_a_probe() {
        try (Database database = Database.open(TestDatabase.fresh(), 1)) {
            database.probe();
        }
    }

    @Test
    void says_that_it_is_down_without_saying_where() {
        DatabaseSettings nowhere = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "user", "secret");
        try (Database database = Database.open(nowhere, 1)) {
            assertThatThrownBy(database::probe)
                    .isInstanceOf(Failure.Unavailable.class)
                    .hasMessageContaining("database")
                    .hasMessageNotContaining("127.0.0.1")
                    .hasMessageNotContaining("secret");
            assertThatThrownBy(() -> database.transaction(
                            sql -> sql.sql("select 1").query(Integer.class).single()))
                    .isInstanceOf(Failure.Unavailable.class);
        }
    }

    @Test
    void gives_up_a_statement_that_takes_too_long() {
        try (Database database = Database.open(TestDatabase.fresh(), 1)) {
            assertThatThrownBy(() -> database.transaction(sql -> {
                        sql.sql("set local statement_timeout = '20ms'").update();
                        return sql.sql("select true from pg_sleep(5)")
                                .query(Boolean.class)
                                .single();
                    }))
                    .isInstanceOf(Failure.Unavailable.class);
            String usual = database.query(
                    sql -> sql.sql("show statement_timeout").query(String.class).single());
            assertThat(usual).isEqualTo("10s");
        }
    }

    private static String[] columns(String table, String names) {
        return Arrays.stream(names.split(" ")).map(name -> table + "." + name).toArray(String[]::new);
    }
}
