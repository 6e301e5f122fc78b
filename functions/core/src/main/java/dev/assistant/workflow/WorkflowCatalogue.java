package dev.assistant.workflow;

import dev.assistant.failure.Failure;
import java.util.List;
import java.util.Optional;

/**
 * All workflows, those that cannot be run included.
 *
 * @param workflows in the order shown; no name twice
 */
public record WorkflowCatalogue(List<WorkflowDefinition> workflows) {
    public WorkflowCatalogue {
        workflows = List.copyOf(workflows);
        if (workflows.stream().map(WorkflowDefinition::name).distinct().count() != workflows.size()) {
            throw new IllegalArgumentException("two workflows have one name");
        }
    }

    /** The same where no language model is configured. */
    public WorkflowCatalogue withoutModel() {
        return new WorkflowCatalogue(
                workflows.stream().map(WorkflowDefinition::withoutModel).toList());
    }

    /** Empty when there is none of that name. */
    public Optional<WorkflowDefinition> find(String name) {
        return workflows.stream()
                .filter(workflow -> workflow.name().equals(name))
                .findFirst();
    }

    /** @throws Failure.NotFound when there is none of that name */
    public WorkflowDefinition byName(String name) {
        return find(name).orElseThrow(() -> new Failure.NotFound("workflow"));
    }

    /** The names of those that can be run. */
    public List<String> available() {
        return workflows.stream()
                .filter(WorkflowDefinition::isAvailable)
                .map(WorkflowDefinition::name)
                .toList();
    }

    /**
     * The workflow, if it can be run.
     *
     * @throws Failure.NotFound when there is none of that name
     * @throws Failure.Conflict when it cannot be run, saying why
     */
    public WorkflowDefinition runnable(String name) {
        WorkflowDefinition workflow = byName(name);
        workflow.obstacle().ifPresent(why -> {
            throw new Failure.Conflict(workflow.title() + " cannot be run. " + why);
        });
        return workflow;
    }
}
