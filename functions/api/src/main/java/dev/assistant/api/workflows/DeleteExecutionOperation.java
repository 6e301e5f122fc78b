package dev.assistant.api.workflows;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.erasure.DeleteReview;
import dev.assistant.workflow.JobId;

/** {@code DELETE /workflows/history/{id}} */
public final class DeleteExecutionOperation implements Operation {
    private final DeleteReview deleteReview;

    public DeleteExecutionOperation(DeleteReview deleteReview) {
        this.deleteReview = deleteReview;
    }

    @Override
    public String id() {
        return "deleteExecution";
    }

    @Override
    public Answer answer(Request request) {
        deleteReview.delete(request.user(), new JobId(request.id("id", "execution")));
        return Answer.empty(204);
    }
}
