package dev.assistant.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Deployed;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.JobEvent;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.function.QueueEvent;
import dev.assistant.workflow.Lease;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Functions that no request starts. */
final class EventsTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void a_job_whose_message_is_dead_fails_with_a_reason_and_whoever_watches_is_told() {
        String job = submit();
        Lease lease = WORKER.take(job);
        WORKER.tell(lease, new JobEvent.Progressed("analyzing", 10));
        ConnectionId watcher = WORKER.watch(job, ada.id());

        JsonNode answer = GATEWAY.function("deadLetters").invoke(QueueEvent.of(message(job)));

        assertThat(answer.path("batchItemFailures").size()).isZero();
        Reply status = ada.get("/code-review/" + job).send();
        assertThat(status.text("/status")).isEqualTo("failed");
        assertThat(status.text("/error")).contains("Submit it again");
        Reply events = ada.get("/code-review/" + job + "/events").send();
        assertThat(events.text("/items/1/status")).isEqualTo("failed");
        assertThat(events.text("/items/1/message")).isEqualTo(status.text("/error"));
        assertThat(WORKER.enqueuedConnections()).contains(watcher);
    }

    @Test
    void a_dead_message_that_comes_twice_tells_once() {
        String job = submit();

        GATEWAY.function("deadLetters").invoke(QueueEvent.of(message(job)));
        GATEWAY.function("deadLetters").invoke(QueueEvent.of(message(job)));

        assertThat(ada.get("/code-review/" + job + "/events")
                        .send()
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_job_that_ended_otherwise_stays_as_it_is() {
        String job = submit();
        ada.call("DELETE", "/code-review/" + job).send();

        GATEWAY.function("deadLetters").invoke(QueueEvent.of(message(job)));

        assertThat(ada.get("/code-review/" + job).send().text("/status")).isEqualTo("cancelled");
    }

    @Test
    void messages_about_nothing_are_dropped_and_do_not_hold_up_the_others() {
        String job = submit();

        JsonNode answer = GATEWAY.function("deadLetters")
                .invoke(QueueEvent.of(
                        "nonsense", "{}", message(UUID.randomUUID().toString()), message(job)));

        assertThat(answer.path("batchItemFailures").size()).isZero();
        assertThat(ada.get("/code-review/" + job).send().text("/status")).isEqualTo("failed");
    }

    @Test
    void a_dead_message_comes_again_while_something_is_down() {
        Deployed cutOff = Deployed.start(
                "deadLetters", GATEWAY.surroundings().with("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none"));

        JsonNode answer = cutOff.invoke(QueueEvent.of("nonsense", message(submit())));

        assertThat(answer.at("/batchItemFailures/0/itemIdentifier").asString()).isEqualTo("message-1");
        assertThat(answer.path("batchItemFailures").size()).isEqualTo(1);
    }

    @Test
    void migrating_brings_an_empty_database_up_to_date_once() {
        String url = Engines.postgres().createDatabase("migrated");
        Deployed migrate = Deployed.start("migrate", GATEWAY.surroundings().with("DATABASE_URL", url));

        assertThat(migrate.invoke(Map.of()).path("applied").asInt()).isPositive();
        assertThat(migrate.invoke(Map.of()).path("applied").asInt()).isZero();
    }

    private String submit() {
        return ada.post("/code-review")
                .json(Map.of("code", "x = 1\n", "language", "python"))
                .send()
                .text("/job_id");
    }

    private static String message(String job) {
        return "{\"job_id\":\"" + job + "\"}";
    }
}
