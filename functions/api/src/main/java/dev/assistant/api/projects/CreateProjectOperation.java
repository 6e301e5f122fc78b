package dev.assistant.api.projects;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.api.http.Routes;
import dev.assistant.project.CreateProject;
import dev.assistant.project.ProjectOverview;

/** {@code POST /projects} */
public final class CreateProjectOperation implements Operation {
    private final CreateProject createProject;

    public CreateProjectOperation(CreateProject createProject) {
        this.createProject = createProject;
    }

    @Override
    public String id() {
        return "createProject";
    }

    @Override
    public Answer answer(Request request) {
        ProjectOverview created =
                createProject.create(request.user(), ProjectBody.read(request), request.header("idempotency-key"));
        return Answer.json(201, ProjectDocument.of(created))
                .with("Location", Routes.ROOT + "/projects/" + created.project().id());
    }
}
