package dev.assistant.infrastructure.constructs;

import java.util.List;

/**
 * What operators look at, beside the product's own metrics.
 *
 * @param queues those that carry work
 * @param failures those that hold what could not be done: anything in them is an alarm
 */
public record Watched(
        RoutedApi api, Database database, AgentService agents, List<WorkQueue> queues, List<WorkQueue> failures) {
    public Watched {
        queues = List.copyOf(queues);
        failures = List.copyOf(failures);
    }
}
