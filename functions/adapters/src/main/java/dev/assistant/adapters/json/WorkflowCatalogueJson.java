package dev.assistant.adapters.json;

import dev.assistant.workflow.Produces;
import dev.assistant.workflow.WorkflowCatalogue;
import dev.assistant.workflow.WorkflowDefinition;
import dev.assistant.workflow.WorkflowDefinition.Agent;
import dev.assistant.workflow.WorkflowDefinition.ModelCalls;
import dev.assistant.workflow.WorkflowDefinition.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The workflows that this product knows, from {@code workflows.json}, which the build makes of their YAML. */
public final class WorkflowCatalogueJson {
    private WorkflowCatalogueJson() {}

    /** The catalogue; the same in every part of the product that was built together. */
    public static WorkflowCatalogue read() {
        try (InputStream file = WorkflowCatalogueJson.class.getResourceAsStream("workflows.json")) {
            CatalogueDocument document =
                    WireJson.MAPPER.readValue(Objects.requireNonNull(file).readAllBytes(), CatalogueDocument.class);
            return new WorkflowCatalogue(document.workflows().stream()
                    .map(WorkflowDocument::toDefinition)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record CatalogueDocument(List<WorkflowDocument> workflows) {}

    private record AgentDocument(String name, String role) {}

    private record SecondsDocument(int min, int max) {}

    private record CallsDocument(int min, int max) {}

    private record WorkflowDocument(
            String name,
            int version,
            String title,
            String description,
            String pattern,
            List<AgentDocument> agents,
            String produces,
            boolean needsModel,
            boolean needsCode,
            boolean asksForApproval,
            SecondsDocument typicalSeconds,
            CallsDocument modelCalls,
            @Nullable String obstacle,
            List<String> textFields,
            JsonNode inputSchema) {
        WorkflowDefinition toDefinition() {
            return new WorkflowDefinition(
                    name,
                    version,
                    title,
                    description,
                    WireNames.constant(Pattern.class, pattern),
                    agents.stream()
                            .map(agent -> new Agent(agent.name(), agent.role()))
                            .toList(),
                    WireNames.constant(Produces.class, produces),
                    needsModel,
                    needsCode,
                    asksForApproval,
                    Duration.ofSeconds(typicalSeconds.min()),
                    Duration.ofSeconds(typicalSeconds.max()),
                    new ModelCalls(modelCalls.min(), modelCalls.max()),
                    Optional.ofNullable(obstacle),
                    textFields,
                    WireJson.MAPPER.writeValueAsString(inputSchema));
        }
    }
}
