package dev.assistant.runtime.mcp.memory;

import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.adapters.id.TimeOrderedIds;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.Migrations;
import dev.assistant.adapters.postgres.PostgresMemories;
import dev.assistant.adapters.postgres.PostgresUsers;
import dev.assistant.identity.User;
import dev.assistant.memory.Memories;
import dev.assistant.memory.MemorySpace;
import dev.assistant.review.Category;
import dev.assistant.review.Severity;
import dev.assistant.review.Triage;
import dev.assistant.review.Triages;
import dev.assistant.runtime.ProjectTriages;
import dev.assistant.runtime.codebase.embedding.MiniLmEmbedder;
import dev.assistant.runtime.mcp.ToolCaller;
import dev.assistant.runtime.mcp.ToolServer;
import dev.assistant.testkit.TestClock;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.PostgresEngine;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Memory server on PostgreSQL and with the embedding model that it is shipped with. */
class MemoryServerTest {
    private static Database database;
    private static MiniLmEmbedder embedder;

    private final TestClock clock = new TestClock();
    private final User owner = aUser().build();
    private final ProjectTriages triages = new ProjectTriages();
    private Memories memories;
    private ToolCaller tools;

    @BeforeAll
    static void open() {
        String name = "memory" + UUID.randomUUID().toString().replace("-", "");
        String url = Engines.database(name, address -> Migrations.apply(settings(address)));
        database = Database.open(settings(url), 2);
        embedder = new MiniLmEmbedder(1);
    }

    private static DatabaseSettings settings(String url) {
        return new DatabaseSettings(url, PostgresEngine.USER, PostgresEngine.PASSWORD);
    }

    @AfterAll
    static void close() {
        embedder.close();
        database.close();
    }

    @BeforeEach
    void account() {
        new PostgresUsers(database).add(owner);
        memories = new PostgresMemories(database);
        tools = caller(owner, Optional.empty());
    }

    private ToolCaller caller(User user, Optional<UUID> project) {
        ToolServer server = MemoryServer.of(memories, triages, embedder, new TimeOrderedIds(clock), clock);
        return new ToolCaller(server, new JobId(UUID.randomUUID()), user.id(), project);
    }

    private String stored(String text, int importance) throws InterruptedException {
        return tools.answer("store_memory", Map.of("text", text, "importance", importance))
                .replaceAll("Stored as (.*)\\.", "$1");
    }

    @Test
    void finds_a_memory_by_what_it_means() throws Exception {
        stored("Passwords are hashed with bcrypt, twelve rounds.", 3);
        stored("The build needs a JDK of version 25.", 3);

        assertThat(tools.answer("search_memory", Map.of("query", "how are credentials protected at rest?", "limit", 1)))
                .contains("bcrypt")
                .doesNotContain("JDK");
    }

    @Test
    void shows_changes_and_forgets_a_memory() throws Exception {
        String id = stored("Sessions live in Redis.", 3);

        tools.answer("update_memory", Map.of("id", id, "importance", 5, "tags", List.of("sessions")));

        assertThat(tools.answer("retrieve_memory", Map.of("id", id)))
                .contains("importance 5", "sessions] Sessions live in Redis.");
        tools.answer("delete_memory", Map.of("id", id));
        assertThat(tools.refusal("retrieve_memory", Map.of("id", id))).isEqualTo("There is no such memory here.");
        tools.refusal("delete_memory", Map.of("id", id));
        tools.refusal("update_memory", Map.of("id", "no id"));
    }

    @Test
    void a_changed_text_is_found_by_its_new_meaning() throws Exception {
        String id = stored("Bananas are yellow.", 3);
        tools.answer("update_memory", Map.of("id", id, "text", "Requests are limited to one hundred a minute."));

        assertThat(tools.answer("search_memory", Map.of("query", "rate limiting of the API")))
                .contains("one hundred");
    }

    @Test
    void keeps_no_secrets() throws Exception {
        UUID id = UUID.fromString(stored("The key is AKIA" + "IOSFODNN7EXAMPLE, ask Ada.", 3));

        assertThat(memories.find(new MemorySpace(owner.id(), Optional.empty()), id))
                .hasValueSatisfying(memory -> assertThat(memory.text()).isEqualTo("The key is AKIA****, ask Ada."));
    }

    @Test
    void prunes_and_counts() throws Exception {
        stored("A detail.", 1);
        stored("A rule.", 5);
        clock.advance(Duration.ofDays(40));

        assertThat(tools.answer("prune_old_memories", Map.of("older_than_days", 30)))
                .isEqualTo("Deleted 1.");
        assertThat(tools.answer("get_memory_stats", Map.of())).startsWith("memories: 1 of 2000\nfound by meaning: 1");
        assertThat(tools.answer("recall_recent", Map.of())).contains("A rule.").doesNotContain("A detail.");
        assertThat(tools.answer("health_check", Map.of())).isEqualTo("ok");
    }

    @Test
    void somebody_else_remembers_nothing_of_it() throws Exception {
        String id = stored("Sessions live in Redis.", 3);
        User other = aUser().build();
        new PostgresUsers(database).add(other);
        ToolCaller others = caller(other, Optional.empty());

        others.refusal("retrieve_memory", Map.of("id", id));
        others.refusal("delete_memory", Map.of("id", id));
        assertThat(others.answer("search_memory", Map.of("query", "Sessions live in Redis")))
                .isEqualTo("[nothing is remembered]");
    }

    @Test
    void recalls_what_people_decided_about_the_projects_findings() throws Exception {
        UUID project = UUID.randomUUID();
        triages.decided(
                owner.id(),
                project,
                dismissed("python.sql", "SQL from a value", Optional.of("Ids are numbers."), Optional.empty()));
        triages.decided(
                owner.id(),
                project,
                dismissed("python.name", "Short name", Optional.empty(), Optional.of(clock.instant())));
        ToolCaller inProject = caller(owner, Optional.of(project));

        assertThat(inProject.answer("recall_recent", Map.of()))
                .isEqualTo(
                        "[triage] dismissed (false positive): python.sql in app/db.py: SQL from a value — Ids are numbers.");
        assertThat(inProject.answer("search_memory", Map.of("query", "is the sql query safe?")))
                .startsWith("[triage]");
        assertThat(inProject.answer("search_memory", Map.of("query", "logging")))
                .doesNotContain("[triage]");
        assertThat(tools.answer("recall_recent", Map.of())).isEqualTo("[nothing is remembered]");
    }

    private Triages.Entry dismissed(String rule, String message, Optional<String> comment, Optional<Instant> expires) {
        Triage triage = new Triage(
                Triage.State.DISMISSED,
                Optional.of(Triage.Reason.FALSE_POSITIVE),
                comment,
                owner.id(),
                clock.instant(),
                expires);
        return new Triages.Entry(
                UUID.randomUUID(),
                "f-" + rule,
                triage,
                Severity.HIGH,
                Category.SECURITY,
                rule,
                "app/db.py",
                message,
                Optional.empty());
    }
}
