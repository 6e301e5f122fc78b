package dev.assistant.runtime.workflow;

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

    /** The workflow of that name; empty when this process does not know it. */
    public Optional<Workflow> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
