package dev.assistant.api.workflows;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.assistant.workflow.WorkflowDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workflow on the wire (SPEC sections 2 and 6). Grows only by optional fields. */
record WorkflowDocument(
        String name,
        int version,
        String title,
        String description,
        String pattern,
        List<AgentDocument> agents,
        String produces,
        boolean needsModel,
        boolean asksForApproval,
        SecondsDocument typicalSeconds,
        boolean available,
        @Nullable String unavailableReason,
        @JsonRawValue String inputSchema) {

    /** Clients keep it for five minutes (SPEC section 8). */
    static final int FRESH_SECONDS = 300;

    static WorkflowDocument of(WorkflowDefinition workflow) {
        return new WorkflowDocument(
                workflow.name(),
                workflow.version(),
                workflow.title(),
                workflow.description(),
                workflow.pattern().id(),
                workflow.agents().stream()
                        .map(agent -> new AgentDocument(agent.name(), agent.role()))
                        .toList(),
                workflow.produces().id(),
                workflow.needsModel(),
                workflow.asksForApproval(),
                new SecondsDocument(
                        workflow.shortest().toSeconds(), workflow.longest().toSeconds()),
                workflow.isAvailable(),
                workflow.obstacle().orElse(null),
                workflow.inputSchema());
    }

    /** An agent on the wire. */
    record AgentDocument(String name, String role) {}

    /** What a workflow usually takes, on the wire. */
    record SecondsDocument(long min, long max) {}
}
