package dev.assistant.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.testkit.contract.EventLogContract;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoEventLogTest extends EventLogContract {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    @Override
    protected EventLog log() {
        return new DynamoEventLog(TestTables.CLIENT, TestTables.EVENTS);
    }

    @Test
    void stores_an_event_in_the_form_in_which_it_is_sent() {
        JobId job = new JobId(UUID.randomUUID());
        log().append(job, 1, new JobEvent.Progressed("analyzing", 25), NOW);

        Map<String, AttributeValue> item = TestTables.CLIENT
                .getItem(request -> request.tableName(TestTables.EVENTS)
                        .key(Map.of("job_id", Attributes.text(job.toString()), "seq", Attributes.number(1))))
                .item();

        assertThat(Attributes.text(item, "event"))
                .isEqualTo(
                        "{\"type\":\"progress\",\"step\":\"analyzing\",\"percent\":25,\"seq\":1,\"at\":\"2026-01-15T09:30:00Z\"}");
    }

    @Test
    void says_that_the_log_does_not_answer() {
        EventLog lost = new DynamoEventLog(TestTables.CLIENT, "no-such-table");
        JobId job = new JobId(UUID.randomUUID());

        assertThatThrownBy(() -> lost.append(job, 1, new JobEvent.Progressed("analyzing", 25), NOW))
                .isInstanceOf(Failure.Unavailable.class)
                .hasMessageContaining("event log");
        assertThatThrownBy(() -> lost.after(job, 0, 1)).isInstanceOf(Failure.Unavailable.class);
    }

    @Test
    void probes_a_table() {
        DynamoTables tables = new DynamoTables(TestTables.CLIENT);

        tables.probe(TestTables.EVENTS);
        assertThatThrownBy(() -> tables.probe("no-such-table")).isInstanceOf(Failure.Unavailable.class);
    }
}
