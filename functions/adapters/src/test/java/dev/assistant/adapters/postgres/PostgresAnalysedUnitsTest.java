package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.review.AnalysedUnits;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews;
import dev.assistant.testkit.UserBuilder;
import dev.assistant.testkit.contract.AnalysedUnitsContract;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresAnalysedUnitsTest extends AnalysedUnitsContract {
    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.open(TestDatabase.fresh(), 2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected AnalysedUnits units() {
        return new PostgresAnalysedUnits(database);
    }

    @Override
    protected Reviews reviews() {
        return new PostgresReviews(database, new InMemorySources());
    }

    @Override
    protected UserId owner() {
        User user = UserBuilder.aUser().build();
        new PostgresUsers(database).add(user);
        return user.id();
    }

    @Test
    void a_review_takes_over_what_its_project_knows() {
        UserId owner = owner();
        UUID project = project(owner);
        units().keep(review(aReviewOf(owner).ofProject(project)), Map.of(UNIT, RESULT), NOW);
        ReviewRequest later = review(aReviewOf(owner).ofProject(project));

        assertThat(units().known(later, List.of(UNIT, OTHER))).containsExactly(UNIT);
        assertThat(units().find(later, List.of(UNIT, OTHER))).isEqualTo(Map.of(UNIT, RESULT));
    }

    @Test
    void another_project_has_its_own() {
        UserId owner = owner();
        units().keep(review(aReviewOf(owner).ofProject(project(owner))), Map.of(UNIT, RESULT), NOW);

        assertThat(units().known(review(aReviewOf(owner).ofProject(project(owner))), List.of(UNIT)))
                .isEmpty();
        assertThat(units().known(review(aReviewOf(owner)), List.of(UNIT))).isEmpty();
    }

    @Test
    void what_was_kept_for_a_review_goes_with_it_and_with_the_account() {
        UserId owner = owner();
        UUID project = project(owner);
        ReviewRequest first = review(aReviewOf(owner).ofProject(project));
        ReviewRequest second = review(aReviewOf(owner).ofProject(project));
        units().keep(first, Map.of(UNIT, RESULT), NOW);
        units().keep(second, Map.of(OTHER, RESULT), NOW);

        execute("delete from workflow_executions where id = :id", first.job().value());
        assertThat(units().known(second, List.of(UNIT, OTHER))).containsExactly(OTHER);

        execute("delete from users where id = :id", owner.value());
        assertThat(database.<Long>query(sql -> sql.sql("select count(*) from analysed_units where user_id = :id")
                        .param("id", owner.value())
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    private static UUID project(UserId owner) {
        UUID project = UUID.randomUUID();
        database.query(sql -> sql.sql("insert into projects (id, user_id, name) values (:id, :owner, :name)")
                .param("id", project)
                .param("name", project.toString())
                .param("owner", owner.value())
                .update());
        return project;
    }

    private static void execute(String statement, UUID id) {
        database.query(sql -> sql.sql(statement).param("id", id).update());
    }
}
