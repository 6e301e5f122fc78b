package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.identity.User;
import dev.assistant.memory.Memories;
import dev.assistant.memory.Memory;
import dev.assistant.memory.MemorySpace;
import dev.assistant.memory.MemoryVector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresMemoriesTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static Database database;

    private final User owner = aUser().build();
    private final User other = aUser().build();
    private final MemorySpace own = new MemorySpace(owner.id(), Optional.empty());
    private MemorySpace inProject = own;
    private Memories memories;

    @BeforeAll
    static void open() {
        database = Database.open(TestDatabase.fresh(), 2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void accounts() {
        new PostgresUsers(database).add(owner);
        new PostgresUsers(database).add(other);
        memories = new PostgresMemories(database);
        inProject = new MemorySpace(owner.id(), Optional.of(project(owner)));
    }

    private static UUID project(User user) {
        return database.query(sql -> sql.sql(
                        "insert into projects (id, user_id, name) values (gen_random_uuid(), :user, gen_random_uuid()::text) returning id")
                .param("user", user.id().value())
                .query(UUID.class)
                .single());
    }

    private static Memory memory(String text, int importance, Instant at, String... tags) {
        return new Memory(
                UUID.randomUUID(),
                text,
                List.of(tags),
                importance,
                at,
                at,
                Optional.of(MemoryVector.of("m", new float[] {0.6f, -0.8f})));
    }

    private Memory kept(MemorySpace space, String text, int importance, Instant at, String... tags) {
        Memory memory = memory(text, importance, at, tags);
        memories.add(space, memory);
        return memory;
    }

    @Test
    void gives_back_what_was_kept() {
        Memory memory = kept(inProject, "Sessions live in Redis.", 4, NOW, "sessions", "redis");

        assertThat(memories.find(inProject, memory.id())).contains(memory);
    }

    @Test
    void a_space_sees_nothing_of_another_project_or_owner() {
        Memory memory = kept(inProject, "Sessions live in Redis.", 4, NOW, "redis");
        for (MemorySpace elsewhere : List.of(
                own,
                new MemorySpace(owner.id(), Optional.of(project(owner))),
                new MemorySpace(other.id(), inProject.project()),
                new MemorySpace(other.id(), Optional.empty()))) {
            assertThat(memories.find(elsewhere, memory.id())).isEmpty();
            assertThat(memories.recent(elsewhere, Optional.empty(), 9)).isEmpty();
            assertThat(memories.matching(elsewhere, "redis", 9)).isEmpty();
            assertThat(memories.change(elsewhere, memory)).isFalse();
            assertThat(memories.delete(elsewhere, memory.id())).isFalse();
            assertThat(memories.prune(elsewhere, NOW.plusSeconds(9), 5)).isZero();
            assertThat(memories.stats(elsewhere).count()).isZero();
        }
        assertThat(memories.find(inProject, memory.id())).contains(memory);
    }

    @Test
    void keeps_nothing_in_a_project_of_somebody_else() {
        assertThatThrownBy(() -> memories.add(new MemorySpace(other.id(), inProject.project()), memory("x", 1, NOW)))
                .isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void lists_the_latest_first_and_by_tag() {
        Memory first = kept(own, "first", 1, NOW, "a");
        Memory second = kept(own, "second", 1, NOW.plusSeconds(1), "a", "b");

        assertThat(memories.recent(own, Optional.empty(), 9)).containsExactly(second, first);
        assertThat(memories.recent(own, Optional.of("b"), 9)).containsExactly(second);
        assertThat(memories.recent(own, Optional.empty(), 1)).containsExactly(second);
    }

    @Test
    void finds_by_any_word_of_text_or_tags_whatever_signs_are_asked_for() {
        Memory redis = kept(own, "Sessions live in Redis.", 1, NOW, "cache");
        kept(own, "Nothing of that kind.", 1, NOW);

        assertThat(memories.matching(own, "where is 'REDIS' & (or) | !x:*", 9)).containsExactly(redis);
        assertThat(memories.matching(own, "cache", 9)).containsExactly(redis);
        assertThat(memories.matching(own, "'!&|", 9)).isEmpty();
    }

    @Test
    void changes_and_forgets() {
        Memory memory = kept(own, "old", 1, NOW);
        Memory changed = new Memory(memory.id(), "new", List.of("t"), 5, NOW, NOW.plusSeconds(5), Optional.empty());

        assertThat(memories.change(own, changed)).isTrue();
        assertThat(memories.find(own, memory.id())).contains(changed);
        assertThat(memories.delete(own, memory.id())).isTrue();
        assertThat(memories.delete(own, memory.id())).isFalse();
    }

    @Test
    void prunes_what_is_old_and_not_important() {
        Memory important = kept(own, "important", 4, NOW);
        Memory young = kept(own, "young", 1, NOW.plus(Duration.ofDays(9)));
        kept(own, "old", 3, NOW);

        assertThat(memories.prune(own, NOW.plus(Duration.ofDays(1)), 4)).isEqualTo(1);
        assertThat(memories.recent(own, Optional.empty(), 9)).containsExactly(young, important);
        assertThat(memories.stats(own))
                .isEqualTo(new Memories.Stats(2, 2, Optional.of(NOW), Optional.of(young.updatedAt())));
    }

    @Test
    void a_space_has_an_end() {
        database.query(sql -> sql.sql("""
                        insert into memories (id, user_id, content, tags, importance, created_at, updated_at)
                        select gen_random_uuid(), :owner, 'x', '{}', 1, now(), now() from generate_series(1, :most)
                        """)
                .param("owner", owner.id().value())
                .param("most", Memories.MOST)
                .update());

        assertThatThrownBy(() -> memories.add(own, memory("one more", 1, NOW))).isInstanceOf(Failure.Conflict.class);
    }

    @Test
    void goes_with_the_account_and_the_project() {
        kept(own, "x", 1, NOW);
        kept(inProject, "x", 1, NOW);
        database.query(sql -> sql.sql("delete from projects where id = :id")
                .param("id", inProject.project().orElseThrow())
                .update());
        assertThat(memories.stats(inProject).count()).isZero();

        database.query(sql -> sql.sql("delete from users where id = :id")
                .param("id", owner.id().value())
                .update());
        assertThat(memories.stats(own).count()).isZero();
    }
}
