package dev.assistant.adapters.postgres;

import dev.assistant.model.ModelCall;
import dev.assistant.model.ModelCall.Outcome;
import dev.assistant.model.Usage;
import dev.assistant.model.UsageLedger;
import dev.assistant.workflow.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls of models in {@code model_calls}. Thread-safe. */
public final class PostgresUsageLedger implements UsageLedger {
    private final Database database;

    public PostgresUsageLedger(Database database) {
        this.database = database;
    }

    @Override
    public void record(ModelCall call) {
        database.transaction(sql -> {
            if (add(sql, call) > 0 && call.usage().usd().signum() > 0) {
                PostgresQuotas.countCost(sql, call.job(), call.usage().usd(), call.at());
                addToJob(sql, call);
            }
            return call;
        });
    }

    private static int add(JdbcClient sql, ModelCall call) {
        return sql.sql("""
                        insert into model_calls
                            (id, execution_id, user_id, agent, model, outcome, input_tokens, output_tokens, cached_tokens,
                             cost_usd, duration_seconds, called_at)
                        select :id, id, user_id, left(:agent, 100), left(:model, 200), :outcome, :input, :output, :cached,
                            :usd, :seconds, :at
                        from workflow_executions
                        where id = :job
                        on conflict (id) do nothing
                        """)
                .param("id", call.id())
                .param("job", call.job().value())
                .param("agent", call.agent())
                .param("model", call.model())
                .param("outcome", call.outcome().id())
                .param("input", call.usage().inputTokens())
                .param("output", call.usage().outputTokens())
                .param("cached", call.usage().cachedTokens())
                .param("usd", call.usage().usd())
                .param("seconds", call.duration().toNanos() / 1e9)
                .param("at", Columns.time(call.at()))
                .update();
    }

    private static void addToJob(JdbcClient sql, ModelCall call) {
        sql.sql("update workflow_executions set cost_usd = cost_usd + :usd where id = :job")
                .param("usd", call.usage().usd())
                .param("job", call.job().value())
                .update();
    }

    @Override
    public List<ModelCall> of(JobId job) {
        return database.query(sql -> sql.sql("""
                        select * from model_calls where execution_id = :job order by called_at, id
                        """)
                .param("job", job.value())
                .query(PostgresUsageLedger::call)
                .list());
    }

    private static ModelCall call(ResultSet row, int number) throws SQLException {
        return new ModelCall(
                Columns.uuid(row, "id"),
                new JobId(Columns.uuid(row, "execution_id")),
                row.getString("agent"),
                row.getString("model"),
                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                new Usage(
                        row.getLong("input_tokens"),
                        row.getLong("output_tokens"),
                        row.getLong("cached_tokens"),
                        row.getBigDecimal("cost_usd")),
                Duration.ofNanos(Math.round(row.getDouble("duration_seconds") * 1e9)),
                Columns.time(row, "called_at"));
    }
}
