package dev.assistant.api.projects;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.project.ProjectId;
import dev.assistant.project.UpdateProject;

/** {@code PATCH /projects/{id}} */
public final class UpdateProjectOperation implements Operation {
    private final UpdateProject updateProject;

    public UpdateProjectOperation(UpdateProject updateProject) {
        this.updateProject = updateProject;
    }

    @Override
    public String id() {
        return "updateProject";
    }

    @Override
    public Answer answer(Request request) {
        ProjectId id = new ProjectId(request.id("id", "project"));
        return Answer.json(
                200, ProjectDocument.of(updateProject.update(request.user(), id, ProjectBody.read(request))));
    }
}
