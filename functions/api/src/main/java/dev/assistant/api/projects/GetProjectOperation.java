package dev.assistant.api.projects;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.project.ProjectId;
import dev.assistant.project.Projects;

/** {@code GET /projects/{id}} */
public final class GetProjectOperation implements Operation {
    private final Projects projects;

    public GetProjectOperation(Projects projects) {
        this.projects = projects;
    }

    @Override
    public String id() {
        return "getProject";
    }

    @Override
    public Answer answer(Request request) {
        ProjectId id = new ProjectId(request.id("id", "project"));
        return Answer.json(200, ProjectDocument.of(projects.byId(request.user(), id)));
    }
}
