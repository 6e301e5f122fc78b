package dev.assistant.adapters.json;

import dev.assistant.progress.ConnectionId;
import dev.assistant.workflow.JobId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Messages of the queues as JSON: ids only. Unknown fields are ignored. Thread-safe. */
public final class QueueJson {
    private QueueJson() {}

    /** The message that hands a job to a worker. */
    public static String job(JobId job) {
        return WireJson.MAPPER.writeValueAsString(new JobMessage(job.value()));
    }

    /** @throws IllegalArgumentException when it is no such message */
    public static JobId toJob(String body) {
        return new JobId(required(read(body, JobMessage.class).jobId()));
    }

    /** The message that asks for a connection to be served. */
    public static String connection(JobId job, ConnectionId connection) {
        return WireJson.MAPPER.writeValueAsString(new ConnectionMessage(job.value(), connection.value()));
    }

    /** @throws IllegalArgumentException when it is no such message */
    public static Watcher toConnection(String body) {
        ConnectionMessage message = read(body, ConnectionMessage.class);
        return new Watcher(new JobId(required(message.jobId())), new ConnectionId(required(message.connectionId())));
    }

    private static <T> T read(String body, Class<T> type) {
        try {
            return required(WireJson.MAPPER.readValue(body, type));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a message of this queue", e);
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a message of this queue lacks something");
        }
        return value;
    }

    /** A connection and the job that it watches. */
    public record Watcher(JobId job, ConnectionId connection) {}

    private record JobMessage(@Nullable UUID jobId) {}

    private record ConnectionMessage(
            @Nullable UUID jobId, @Nullable String connectionId) {}
}
