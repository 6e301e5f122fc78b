package dev.assistant.adapters.postgres;

import dev.assistant.adapters.json.TurnJson;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turns;
import java.util.List;

/** Turns in {@code job_checkpoints}, which they outlive their job in. Thread-safe. */
public final class PostgresTurns implements Turns {
    private final Database database;

    public PostgresTurns(Database database) {
        this.database = database;
    }

    @Override
    public List<Turn> of(UserId owner, JobId job) {
        return database.query(sql -> sql.sql("""
                        select c.content
                        from job_checkpoints c
                        join workflow_executions e on e.id = c.execution_id
                        where c.execution_id = :job and e.user_id = :owner and c.step like 'chat:%'
                        order by c.position
                        """)
                .param("job", job.value())
                .param("owner", owner.value())
                .query((row, number) -> TurnJson.read(row.getString("content")))
                .list());
    }
}
