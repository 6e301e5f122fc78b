package dev.assistant.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations come before the new code, and the code of the release before still runs beside it: so a schema may only add, and what it
 * adds may not get in the way of those who do not know it. What no release uses any more is dropped a release later, when its file of
 * {@link ReleasedStatements} is.
 */
class ReleaseCompatibilityTest {
    private static final Path RELEASES = Path.of("src/test/resources/releases");

    private static Connection newest;

    @BeforeAll
    static void open() throws SQLException {
        newest = ReleasedStatements.connect(TestDatabase.fresh());
    }

    @AfterAll
    static void close() throws SQLException {
        newest.close();
    }

    static List<Path> releases() throws IOException {
        try (Stream<Path> files = Files.list(RELEASES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void the_statements_of_an_earlier_release_run_on_this_schema(Path release) throws IOException {
        List<String> statements = ReleasedStatements.read(release);

        assertThat(statements).hasSizeGreaterThan(100);
        assertThat(statements)
                .map(statement -> ReleasedStatements.refusal(newest, statement))
                .containsOnly("");
    }

    @Test
    void a_statement_about_what_is_not_there_is_found() {
        assertThat(ReleasedStatements.refusal(newest, "select gone from projects where id = :id"))
                .contains("gone");
    }

    @ParameterizedTest
    @MethodSource("releases")
    void this_schema_takes_what_an_earlier_release_writes(Path release) throws SQLException {
        assertThat(Schema.of(newest).breaks(schemaOf(release))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table outbox",
                "alter table projects drop column language",
                "alter table projects rename column description to about",
                "alter table projects alter column description type varchar(500)",
                "alter table projects alter column description set not null",
                "alter table projects add column stars integer not null",
                "alter table projects add constraint short check (length(name) < 10)",
                "create unique index on projects (user_id, name)"
            })
    void the_check_finds_a_change_that_only_new_code_knows(String change) throws SQLException, IOException {
        try (Connection changed = ReleasedStatements.connect(TestDatabase.fresh())) {
            changed.createStatement().execute(change);

            assertThat(Schema.of(changed).breaks(schemaOf(releases().getLast())))
                    .hasSizeGreaterThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table stars (project_id uuid primary key references projects)",
                "alter table projects add column stars integer not null default 0 check (stars >= 0)",
                "alter table projects alter column name type varchar(200), alter column name drop not null",
                "create index on projects (language)"
            })
    void the_check_lets_pass_what_only_adds(String change) throws SQLException, IOException {
        try (Connection changed = ReleasedStatements.connect(TestDatabase.fresh())) {
            changed.createStatement().execute(change);

            assertThat(Schema.of(changed).breaks(schemaOf(releases().getLast())))
                    .isEmpty();
        }
    }

    private static Schema schemaOf(Path release) throws SQLException {
        int version = Integer.parseInt(release.getFileName().toString().replaceAll("\\D", ""));
        try (Connection connection = ReleasedStatements.connect(TestDatabase.of(version))) {
            return Schema.of(connection);
        }
    }
}
