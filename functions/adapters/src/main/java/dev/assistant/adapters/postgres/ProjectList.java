package dev.assistant.adapters.postgres;

import dev.assistant.identity.UserId;
import dev.assistant.page.Cursor;
import dev.assistant.page.PageRequest;
import dev.assistant.project.Project;
import dev.assistant.project.ProjectFilter;
import dev.assistant.project.ProjectFilter.Sort;
import dev.assistant.project.ProjectOverview;
import java.time.Instant;

/**
 * The statement behind a list of projects. It reads all of an owner's projects at most, of which there are not many, and the
 * newest review of each by its index.
 */
final class ProjectList {
    /** What projects without a review are sorted by, so that they come after all that have one. */
    private static final Instant NEVER = Instant.EPOCH;

    private ProjectList() {}

    static Statement statement(UserId owner, ProjectFilter filter, PageRequest page) {
        Statement statement = new Statement("""
                select p.*, e.id as job_id, e.status, e.gate, e.metrics, e.created_at as reviewed_at, e.completed_at
                from projects p
                left join lateral (
                    select id, status, gate, metrics, created_at, completed_at
                    from workflow_executions
                    where project_id = p.id
                    order by created_at desc, id desc
                    limit 1
                ) e on true
                where p.user_id = :owner""").with("owner", owner.value());
        filter.text()
                .ifPresent(text -> statement
                        .then("and (p.name ilike :text or p.description ilike :text or p.repository_url ilike :text)")
                        .with("text", Columns.containing(text)));
        filter.language()
                .ifPresent(
                        language -> statement.then("and p.language = :language").with("language", language.id()));
        page.after().ifPresent(cursor -> after(statement, filter.sort(), cursor));
        return statement.then(order(filter.sort())).then("limit :limit").with("limit", page.limit() + 1);
    }

    private static void after(Statement statement, Sort sort, Cursor cursor) {
        String condition = switch (sort) {
            case NAME -> "and (lower(p.name), p.id) > (lower(:name), :id)";
            case CREATED_AT -> "and (p.created_at, p.id) < (:at, :id)";
            case UPDATED_AT -> "and (p.updated_at, p.id) < (:at, :id)";
            case LAST_REVIEW_AT -> "and (coalesce(e.created_at, timestamptz 'epoch'), p.id) < (:at, :id)";
        };
        statement.then(condition).with("id", cursor.id());
        if (sort == Sort.NAME) {
            statement.with("name", cursor.name());
        } else {
            statement.with("at", Columns.time(cursor.at()));
        }
    }

    private static String order(Sort sort) {
        return switch (sort) {
            case NAME -> "order by lower(p.name), p.id";
            case CREATED_AT -> "order by p.created_at desc, p.id desc";
            case UPDATED_AT -> "order by p.updated_at desc, p.id desc";
            case LAST_REVIEW_AT -> "order by coalesce(e.created_at, timestamptz 'epoch') desc, p.id desc";
        };
    }

    /** Where the page after this project begins. */
    static Cursor cursor(ProjectOverview last, Sort sort) {
        Project project = last.project();
        Instant at = switch (sort) {
            case NAME, CREATED_AT -> project.createdAt();
            case UPDATED_AT -> project.updatedAt();
            case LAST_REVIEW_AT ->
                last.lastReview().map(ProjectOverview.LastReview::createdAt).orElse(NEVER);
        };
        return new Cursor(at, project.id().value(), sort == Sort.NAME ? project.name() : "");
    }
}
