package dev.assistant.runtime.workflow;

import dev.assistant.workflow.WorkflowCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The workflows that this process can run. Immutable. */
public final class Workflows {
    private final Map<String, Workflow> byName;

    public Workflows(List<Workflow> workflows) {
        this.byName = workflows.stream().collect(Collectors.toUnmodifiableMap(Workflow::name, Function.identity()));
    }

    /** @throws IllegalStateException when the catalogue offers one that is not here: its jobs would only wait and fail */
    public Workflows covering(WorkflowCatalogue catalogue) {
        List<String> missing = catalogue.available().stream()
                .filter(name -> !byName.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the catalogue offers workflows that this worker cannot run: " + missing);
        }
        return this;
    }

    /** The workflow of that name; empty when this process does not know it. */
    public Optional<Workflow> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
