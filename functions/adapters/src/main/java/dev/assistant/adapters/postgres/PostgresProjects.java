package dev.assistant.adapters.postgres;

import dev.assistant.adapters.postgres.IdempotencyKeys.Kind;
import dev.assistant.failure.Failure;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.UserId;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import dev.assistant.project.Project;
import dev.assistant.project.ProjectFilter;
import dev.assistant.project.ProjectId;
import dev.assistant.project.ProjectOverview;
import dev.assistant.project.Projects;
import dev.assistant.review.ReviewSettings;
import dev.assistant.review.SettingsByProject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projects in {@code projects}, with the last review of each. Thread-safe. */
public final class PostgresProjects implements Projects, SettingsByProject {
    private static final String UNKNOWN = "project";

    private final Database database;

    public PostgresProjects(Database database) {
        this.database = database;
    }

    @Override
    public ProjectId add(Project project, Optional<IdempotencyKey> key) {
        try {
            return database.transaction(sql -> {
                UUID id = project.id().value();
                if (key.isPresent()
                        && !IdempotencyKeys.take(
                                sql, project.owner(), key.get(), Kind.PROJECT, id, project.createdAt())) {
                    return IdempotencyKeys.find(sql, project.owner(), key.get(), Kind.PROJECT)
                            .map(ProjectId::new)
                            .orElseThrow();
                }
                if (!ProjectRows.add(sql, project, MOST)) {
                    throw new Failure.Conflict(
                            "You have %,d projects, which is the most. Delete one that you do not need."
                                    .formatted(MOST));
                }
                return project.id();
            });
        } catch (DuplicateKeyException e) {
            throw taken();
        }
    }

    @Override
    public ProjectOverview byId(UserId owner, ProjectId id) {
        return database.query(sql -> ProjectRows.find(sql, owner, id)).orElseThrow(() -> new Failure.NotFound(UNKNOWN));
    }

    @Override
    public ReviewSettings settings(UserId owner, UUID project) {
        return byId(owner, new ProjectId(project)).project().settings();
    }

    @Override
    public Optional<String> repository(UserId owner, UUID project) {
        return byId(owner, new ProjectId(project)).project().repositoryUrl();
    }

    @Override
    public void change(UserId owner, ProjectId id, UnaryOperator<Project> change) {
        try {
            database.transaction(sql -> {
                Project present = ProjectRows.lock(sql, owner, id).orElseThrow(() -> new Failure.NotFound(UNKNOWN));
                return ProjectRows.update(sql, change.apply(present));
            });
        } catch (DuplicateKeyException e) {
            throw taken();
        }
    }

    private static Failure.Conflict taken() {
        return new Failure.Conflict("You have a project of this name already. Choose another name.");
    }

    @Override
    public void delete(UserId owner, ProjectId id) {
        int deleted = database.transaction(sql -> delete(sql, owner, id));
        if (deleted == 0) {
            throw new Failure.NotFound(UNKNOWN);
        }
    }

    private static int delete(JdbcClient sql, UserId owner, ProjectId id) {
        IdempotencyKeys.forget(sql, owner, id.value());
        return sql.sql("delete from projects where id = :id and user_id = :owner")
                .param("id", id.value())
                .param("owner", owner.value())
                .update();
    }

    @Override
    public Page<ProjectOverview> list(UserId owner, ProjectFilter filter, PageRequest page) {
        List<ProjectOverview> found = database.query(sql -> ProjectList.statement(owner, filter, page)
                .on(sql)
                .query(ProjectRows::overview)
                .list());
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        ProjectOverview last = found.get(page.limit() - 1);
        return new Page<>(found.subList(0, page.limit()), Optional.of(ProjectList.cursor(last, filter.sort())));
    }
}
