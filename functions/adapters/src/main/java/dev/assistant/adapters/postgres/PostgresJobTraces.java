package dev.assistant.adapters.postgres;

import dev.assistant.trace.JobTraces;
import dev.assistant.trace.TraceContext;
import dev.assistant.workflow.JobId;
import java.util.Optional;

/** Traces of jobs in {@code workflow_executions}, which {@link PostgresReviews} writes. Thread-safe. */
public final class PostgresJobTraces implements JobTraces {
    private final Database database;

    public PostgresJobTraces(Database database) {
        this.database = database;
    }

    @Override
    public Optional<TraceContext> of(JobId job) {
        return database.query(sql -> sql.sql(
                                "select traceparent from workflow_executions where id = :job and traceparent is not null")
                        .param("job", job.value())
                        .query(String.class)
                        .optional())
                .flatMap(TraceContext::parse);
    }
}
