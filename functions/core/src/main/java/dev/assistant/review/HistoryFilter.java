package dev.assistant.review;

import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Produces;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which reviews of a list are wanted, those that fit everything given, and in which order.
 *
 * @param from submitted then or later
 * @param to submitted earlier than then
 * @param statuses any of them; empty means all
 * @param text a part of a file's path, in any case
 * @param language of any of the files
 * @param produces what came of it
 * @param order by the time of submission
 * @param about only questions about findings of this review
 */
public record HistoryFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> workflow,
        Set<JobStatus> statuses,
        Optional<UUID> project,
        Optional<String> text,
        Optional<Language> language,
        Optional<Produces> produces,
        Order order,
        Optional<JobId> about) {
    /** Which come first. */
    public enum Order {
        NEWEST,
        OLDEST
    }

    /** Everything. */
    public static final HistoryFilter ALL = new HistoryFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Order.NEWEST,
            Optional.empty());

    public HistoryFilter {
        statuses = Set.copyOf(statuses);
    }

    /** The same with reviews only. */
    public HistoryFilter ofReviews() {
        return new HistoryFilter(
                from, to, workflow, statuses, project, text, language, Optional.of(Produces.REVIEW), order, about);
    }

    /** The same within one project. */
    public HistoryFilter ofProject(UUID only) {
        return new HistoryFilter(
                from, to, workflow, statuses, Optional.of(only), text, language, produces, order, about);
    }

    /** The same in another order. */
    public HistoryFilter inOrder(Order other) {
        return new HistoryFilter(from, to, workflow, statuses, project, text, language, produces, other, about);
    }
}
