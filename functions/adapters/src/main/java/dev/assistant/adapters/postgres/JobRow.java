package dev.assistant.adapters.postgres;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Produces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** A row of {@code workflow_executions} as a job. */
final class JobRow {

    private JobRow() {}

    static Job job(ResultSet row, int number) throws SQLException {
        return new Job(
                new JobId(Columns.uuid(row, "id")),
                new UserId(Columns.uuid(row, "user_id")),
                Columns.findUuid(row, "project_id"),
                row.getString("workflow_name"),
                Produces.valueOf(row.getString("produces").toUpperCase(Locale.ROOT)),
                JobStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("progress"),
                row.getString("step"),
                Columns.findText(row, "error_message"),
                row.getBoolean("cancel_requested"),
                Columns.time(row, "created_at"),
                Columns.findTime(row, "started_at"),
                Columns.findTime(row, "completed_at"));
    }
}
