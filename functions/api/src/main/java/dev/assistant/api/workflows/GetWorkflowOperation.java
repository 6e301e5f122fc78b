package dev.assistant.api.workflows;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.EntityTag;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.workflow.WorkflowCatalogue;
import dev.assistant.workflow.WorkflowDefinition;

/** {@code GET /workflows/{name}} */
public final class GetWorkflowOperation implements Operation {
    private final WorkflowCatalogue catalogue;

    public GetWorkflowOperation(WorkflowCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String id() {
        return "getWorkflow";
    }

    @Override
    public Answer answer(Request request) {
        WorkflowDefinition workflow = catalogue.byName(request.parameters().getOrDefault("name", ""));
        return EntityTag.onPrivate(
                Answer.json(200, WorkflowDocument.of(workflow)), request, WorkflowDocument.FRESH_SECONDS);
    }
}
