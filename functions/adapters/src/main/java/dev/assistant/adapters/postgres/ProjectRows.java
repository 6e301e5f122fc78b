package dev.assistant.adapters.postgres;

import dev.assistant.adapters.json.QualityGateDocument;
import dev.assistant.adapters.json.ReviewJson;
import dev.assistant.identity.UserId;
import dev.assistant.project.Project;
import dev.assistant.project.ProjectId;
import dev.assistant.project.ProjectOverview;
import dev.assistant.project.ProjectOverview.LastReview;
import dev.assistant.review.IgnoredPaths;
import dev.assistant.review.Language;
import dev.assistant.review.QualityGate;
import dev.assistant.review.ReviewSettings;
import dev.assistant.review.Verdict;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The statements of {@link PostgresProjects} about one project. */
final class ProjectRows {
    private ProjectRows() {}

    /** False when the owner has as many as there may be. */
    static boolean add(JdbcClient sql, Project project, int most) {
        return values(project, sql.sql("""
                                insert into projects (id, user_id, name, description, repository_url, language,
                                    quality_gate, ignore_globs, created_at, updated_at)
                                select :id, :owner, :name, :description, :repository_url, :language,
                                    cast(:quality_gate as jsonb), cast(:ignore_globs as text[]), :created_at, :updated_at
                                where (select count(*) from projects where user_id = :owner) < :most
                                """))
                        .param("created_at", Columns.time(project.createdAt()))
                        .param("most", most)
                        .update()
                == 1;
    }

    static int update(JdbcClient sql, Project project) {
        return values(project, sql.sql("""
                        update projects
                        set name = :name,
                            description = :description,
                            repository_url = :repository_url,
                            language = :language,
                            quality_gate = cast(:quality_gate as jsonb),
                            ignore_globs = cast(:ignore_globs as text[]),
                            updated_at = :updated_at
                        where id = :id and user_id = :owner
                        """)).update();
    }

    private static StatementSpec values(Project project, StatementSpec statement) {
        return statement
                .param("id", project.id().value())
                .param("owner", project.owner().value())
                .param("name", StorableText.plain(project.name()))
                .param(
                        "description",
                        project.description().map(StorableText::plain).orElse(null),
                        Types.VARCHAR)
                .param(
                        "repository_url",
                        project.repositoryUrl().map(StorableText::plain).orElse(null),
                        Types.VARCHAR)
                .param("language", project.language().map(Language::id).orElse(null), Types.VARCHAR)
                .param(
                        "quality_gate",
                        QualityGateDocument.unlessDefault(project.settings().gate())
                                .map(QualityGateDocument::write)
                                .orElse(null),
                        Types.VARCHAR)
                .param(
                        "ignore_globs",
                        project.settings().ignored().globs().stream()
                                .map(StorableText::plain)
                                .toArray(String[]::new))
                .param("updated_at", Columns.time(project.updatedAt()));
    }

    static Optional<Project> lock(JdbcClient sql, UserId owner, ProjectId id) {
        return sql.sql("select * from projects where id = :id and user_id = :owner for update")
                .param("id", id.value())
                .param("owner", owner.value())
                .query(ProjectRows::project)
                .optional();
    }

    static Optional<ProjectOverview> find(JdbcClient sql, UserId owner, ProjectId id) {
        return sql.sql("""
                        select p.*, e.id as job_id, e.status, e.gate, e.metrics, e.created_at as reviewed_at, e.completed_at
                        from projects p
                        left join lateral (
                            select id, status, gate, metrics, created_at, completed_at
                            from workflow_executions
                            where project_id = p.id
                            order by created_at desc, id desc
                            limit 1
                        ) e on true
                        where p.id = :id and p.user_id = :owner
                        """)
                .param("id", id.value())
                .param("owner", owner.value())
                .query(ProjectRows::overview)
                .optional();
    }

    static ProjectOverview overview(ResultSet row, int number) throws SQLException {
        return new ProjectOverview(project(row, number), lastReview(row));
    }

    private static Project project(ResultSet row, int number) throws SQLException {
        return new Project(
                new ProjectId(Columns.uuid(row, "id")),
                new UserId(Columns.uuid(row, "user_id")),
                row.getString("name"),
                Columns.findText(row, "description"),
                Columns.findText(row, "repository_url"),
                Columns.findText(row, "language").flatMap(Language::byId),
                settings(row),
                Columns.time(row, "created_at"),
                Columns.time(row, "updated_at"));
    }

    private static ReviewSettings settings(ResultSet row) throws SQLException {
        QualityGate gate = Columns.findText(row, "quality_gate")
                .map(json -> QualityGateDocument.read(json).toGate())
                .orElse(QualityGate.DEFAULT);
        String[] globs = (String[]) row.getArray("ignore_globs").getArray();
        return new ReviewSettings(gate, new IgnoredPaths(List.of(globs)));
    }

    private static Optional<LastReview> lastReview(ResultSet row) throws SQLException {
        if (Columns.findUuid(row, "job_id").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LastReview(
                new JobId(Columns.uuid(row, "job_id")),
                JobStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Columns.findText(row, "gate").map(gate -> Verdict.Gate.valueOf(gate.toUpperCase(Locale.ROOT))),
                Columns.findText(row, "metrics").map(ReviewJson::toIssueCounts).orElse(Map.of()),
                Columns.time(row, "reviewed_at"),
                Columns.findTime(row, "completed_at")));
    }
}
