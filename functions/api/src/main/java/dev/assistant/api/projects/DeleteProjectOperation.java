package dev.assistant.api.projects;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.project.ProjectId;
import dev.assistant.project.Projects;

/** {@code DELETE /projects/{id}} */
public final class DeleteProjectOperation implements Operation {
    private final Projects projects;

    public DeleteProjectOperation(Projects projects) {
        this.projects = projects;
    }

    @Override
    public String id() {
        return "deleteProject";
    }

    @Override
    public Answer answer(Request request) {
        projects.delete(request.user(), new ProjectId(request.id("id", "project")));
        return Answer.empty(204);
    }
}
