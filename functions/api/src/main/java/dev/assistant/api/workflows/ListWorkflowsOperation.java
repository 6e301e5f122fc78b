package dev.assistant.api.workflows;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.EntityTag;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.PageDocument;
import dev.assistant.api.http.Request;
import dev.assistant.page.Page;
import dev.assistant.workflow.WorkflowCatalogue;
import dev.assistant.workflow.WorkflowDefinition;
import java.util.Optional;

/** {@code GET /workflows} */
public final class ListWorkflowsOperation implements Operation {
    private final WorkflowCatalogue catalogue;

    public ListWorkflowsOperation(WorkflowCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String id() {
        return "listWorkflows";
    }

    @Override
    public Answer answer(Request request) {
        Page<WorkflowDefinition> all = new Page<>(catalogue.workflows(), Optional.empty());
        return EntityTag.onPrivate(
                Answer.json(200, PageDocument.of(all.map(WorkflowDocument::of))),
                request,
                WorkflowDocument.FRESH_SECONDS);
    }
}
