package dev.assistant.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.progress.JobEvent;
import dev.assistant.realtime.harness.Deployed;
import dev.assistant.realtime.harness.Events;
import dev.assistant.realtime.harness.ManagementApi;
import dev.assistant.realtime.harness.Stage;
import dev.assistant.realtime.harness.Surroundings;
import dev.assistant.testkit.function.QueueEvent;
import dev.assistant.workflow.JobStatus;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Serving connections, through the handlers and the real wire protocol of the management API. */
final class ReplayTest {
    private static final ManagementApi GATEWAY = new ManagementApi();
    private static final Surroundings SURROUNDINGS =
            Surroundings.fresh().with("WEBSOCKET_MANAGEMENT_URL", GATEWAY.endpoint());
    private static final Stage STAGE = new Stage(SURROUNDINGS);
    private static final Deployed REALTIME = Deployed.start("realtime", SURROUNDINGS);
    private static final Deployed REPLAY = Deployed.start("replay", SURROUNDINGS);

    private final Stage.Owner ada = STAGE.owner();
    private final String connection = UUID.randomUUID().toString();

    @Test
    void a_late_client_is_greeted_gets_all_events_in_order_and_is_let_go() {
        STAGE.tell(ada.job(), new JobEvent.Progressed("analyzing", 25));
        STAGE.tell(ada.job(), new JobEvent.AgentSpoke("code_analyzer", "Reading."));
        connect("0");
        GATEWAY.opens(connection);
        assertThat(replay().path("batchItemFailures").size()).isZero();
        STAGE.tell(ada.job(), new JobEvent.Ended(JobStatus.COMPLETED, "Nothing found."));
        replay();

        assertThat(GATEWAY.receivedBy(connection))
                .satisfiesExactly(
                        message -> assertThat(message)
                                .contains("\"connected\"", ada.job().toString()),
                        message -> assertThat(message).contains("\"progress\"", "\"seq\":1"),
                        message -> assertThat(message).contains("\"agent_message\"", "\"seq\":2"),
                        message -> assertThat(message).contains("\"completed\"", "\"seq\":3"),
                        message -> assertThat(message).isEqualTo("closed"));
        assertThat(STAGE.remembered(ada.job(), connection)).isEmpty();
    }

    @Test
    void events_that_arrive_and_events_for_which_the_socket_is_gone_are_counted() {
        Deployed replay = Deployed.start("replay", SURROUNDINGS);
        STAGE.tell(ada.job(), new JobEvent.Progressed("analyzing", 25));
        connect("0");
        GATEWAY.opens(connection);
        replay.invoke(QueueEvent.of(Stage.message(ada.job(), connection)));
        GATEWAY.opensAfter(connection, 1);
        STAGE.tell(ada.job(), new JobEvent.Progressed("analyzing", 50));
        replay.invoke(QueueEvent.of(Stage.message(ada.job(), connection)));

        assertThat(replay.log().lines().filter(line -> line.contains("\"operation\":\"deliver\"")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"events_delivered_total\":1", "\"events_dropped_total\":0"),
                        line -> assertThat(line)
                                .contains("\"events_delivered_total\":0", "\"events_dropped_total\":1"));
    }

    @Test
    void a_client_that_resumes_gets_what_it_lacks() {
        STAGE.tell(ada.job(), new JobEvent.Progressed("analyzing", 25));
        STAGE.tell(ada.job(), new JobEvent.Progressed("analyzing", 50));
        connect("1");
        GATEWAY.opens(connection);
        replay();

        assertThat(GATEWAY.receivedBy(connection)).hasSize(2);
        assertThat(GATEWAY.receivedBy(connection).getLast()).contains("\"seq\":2");
    }

    @Test
    void a_socket_that_is_still_opening_is_waited_for() {
        STAGE.tell(ada.job(), new JobEvent.Progressed("analyzing", 25));
        connect("0");
        GATEWAY.opensAfter(connection, 3);

        replay();

        assertThat(GATEWAY.receivedBy(connection)).hasSize(2);
        assertThat(STAGE.remembered(ada.job(), connection)).isPresent();
    }

    @Test
    void a_socket_that_never_opens_is_forgotten_and_holds_up_nobody() {
        connect("0");
        Stage.Owner other = STAGE.owner();
        String open = UUID.randomUUID().toString();
        GATEWAY.opens(open);
        REALTIME.invoke(
                Events.connect(open, Map.of("job_id", other.job().toString(), "token", other.token()), Map.of()));

        JsonNode answer =
                REPLAY.invoke(QueueEvent.of(Stage.message(ada.job(), connection), Stage.message(other.job(), open)));

        assertThat(answer.path("batchItemFailures").size()).isZero();
        assertThat(STAGE.remembered(ada.job(), connection)).isEmpty();
        assertThat(GATEWAY.receivedBy(open)).hasSize(1);
    }

    @Test
    void a_connection_served_twice_hears_nothing_twice() {
        STAGE.tell(ada.job(), new JobEvent.Progressed("analyzing", 25));
        connect("0");
        GATEWAY.opens(connection);

        replay();
        replay();

        assertThat(GATEWAY.receivedBy(connection)).hasSize(2);
    }

    @Test
    void what_cannot_be_sent_now_comes_again_and_what_is_nonsense_does_not() {
        connect("0");
        Deployed cutOff = Deployed.start("replay", SURROUNDINGS.with("WEBSOCKET_MANAGEMENT_URL", "http://127.0.0.1:1"));

        JsonNode answer = cutOff.invoke(QueueEvent.of("nonsense", Stage.message(ada.job(), connection)));

        assertThat(answer.path("batchItemFailures")
                        .valueStream()
                        .map(failure -> failure.path("itemIdentifier").asString()))
                .containsExactly("message-1");
        assertThat(STAGE.remembered(ada.job(), connection)).isPresent();
        assertThat(cutOff.log().lines())
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "\"operation\":\"deliver\"",
                                "\"status\":503",
                                ada.job().toString()))
                .anySatisfy(line -> assertThat(line).contains("\"status\":400").doesNotContain("nonsense"));
    }

    private void connect(String lastSeq) {
        REALTIME.invoke(Events.connect(
                connection,
                Map.of("job_id", ada.job().toString(), "token", ada.token(), "last_seq", lastSeq),
                Map.of()));
    }

    private JsonNode replay() {
        return REPLAY.invoke(QueueEvent.of(Stage.message(ada.job(), connection)));
    }
}
