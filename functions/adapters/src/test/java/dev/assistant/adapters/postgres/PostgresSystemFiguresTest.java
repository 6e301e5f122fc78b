package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.adapters.metrics.SystemFiguresLine;
import dev.assistant.identity.User;
import dev.assistant.operations.SystemFigures.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PostgresSystemFiguresTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Database DATABASE = Database.open(TestDatabase.fresh(), 2);

    private final PostgresSystemFigures figures = new PostgresSystemFigures(DATABASE);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void people_who_did_something_lately_and_jobs_that_are_open_are_counted() {
        User busy = stored("busy");
        User idle = stored("idle");
        PostgresReviews reviews = new PostgresReviews(DATABASE, new InMemorySources());
        reviews.add(aReviewOf(busy.id()).build(), Optional.empty(), NOON.minusSeconds(90));
        reviews.add(aReviewOf(busy.id()).build(), Optional.empty(), NOON.minusSeconds(10));
        reviews.add(aReviewOf(idle.id()).build(), Optional.empty(), NOON.minus(Duration.ofHours(1)));

        Reading reading = figures.read(NOON);

        assertThat(reading.activeUsers()).isEqualTo(1);
        assertThat(reading.openJobs()).isEqualTo(3);
        assertThat(reading.oldestWaiting()).isEqualTo(Duration.ofHours(1));
        assertThat(reading.modelUsdToday()).isEqualByComparingTo("0");
        assertThat(reading.connections()).isBetween(1L, reading.connectionLimit());
    }

    @Test
    void the_line_names_each_metric_with_its_number() {
        JsonNode line = new JsonMapper()
                .readTree(SystemFiguresLine.of(
                        new Reading(3, 2, Duration.ofMillis(1500), 8, 10, new BigDecimal("0.25")), NOON));

        assertThat(line.at("/_aws/CloudWatchMetrics/0/Metrics").valueStream())
                .hasSize(6)
                .allSatisfy(metric -> assertThat(
                                line.path(metric.path("Name").asString()).isNumber())
                        .isTrue());
        assertThat(line.path("oldest_waiting_job_seconds").asDouble()).isEqualTo(1.5);
        assertThat(line.path("db_connections_percent").asDouble()).isEqualTo(80);
    }

    private static User stored(String name) {
        User user = aUser().named(name).build();
        new PostgresUsers(DATABASE).add(user);
        return user;
    }
}
