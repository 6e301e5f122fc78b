package dev.assistant.api.reviews;

import dev.assistant.api.http.Query;
import dev.assistant.review.HistoryFilter;
import dev.assistant.review.Language;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.WorkflowCatalogue;
import dev.assistant.workflow.WorkflowDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filters and the order of a history, as all lists of executions take them. */
public final class HistoryParameters {
    private static final List<String> LANGUAGES =
            Stream.of(Language.values()).map(Language::id).toList();
    private static final List<String> STATUSES = Stream.of(JobStatus.values())
            .map(status -> status.name().toLowerCase(Locale.ROOT))
            .toList();

    private HistoryParameters() {}

    /** What the query asks for; what cannot be read is noted in it. */
    public static HistoryFilter read(Query query, WorkflowCatalogue catalogue) {
        List<String> workflows =
                catalogue.workflows().stream().map(WorkflowDefinition::name).toList();
        return new HistoryFilter(
                query.time("from"),
                query.time("to"),
                query.oneOf("workflow", workflows),
                query.anyOf("status", STATUSES).stream()
                        .map(name -> JobStatus.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet()),
                query.uuid("project_id"),
                query.text("q"),
                query.oneOf("language", LANGUAGES).flatMap(Language::byId),
                Optional.empty(),
                query.oneOf("sort", List.of("newest", "oldest"))
                        .map(order -> HistoryFilter.Order.valueOf(order.toUpperCase(Locale.ROOT)))
                        .orElse(HistoryFilter.Order.NEWEST),
                query.uuid("about").map(JobId::new));
    }
}
