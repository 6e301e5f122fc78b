package dev.assistant.api.projects;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.PageDocument;
import dev.assistant.api.http.Query;
import dev.assistant.api.http.Request;
import dev.assistant.page.PageRequest;
import dev.assistant.project.ProjectFilter;
import dev.assistant.project.ProjectFilter.Sort;
import dev.assistant.project.Projects;
import dev.assistant.review.Language;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /projects} */
public final class ListProjectsOperation implements Operation {
    private static final List<String> LANGUAGES =
            Stream.of(Language.values()).map(Language::id).toList();
    private static final List<String> SORTS =
            Stream.of(Sort.values()).map(Sort::id).toList();

    private final Projects projects;

    public ListProjectsOperation(Projects projects) {
        this.projects = projects;
    }

    @Override
    public String id() {
        return "listProjects";
    }

    @Override
    public Answer answer(Request request) {
        Query query = new Query(request);
        PageRequest page = query.page();
        ProjectFilter filter = new ProjectFilter(
                query.text("q"),
                query.oneOf("language", LANGUAGES).flatMap(Language::byId),
                query.oneOf("sort", SORTS).flatMap(Sort::byId).orElse(Sort.UPDATED_AT));
        query.requireValid();
        return Answer.json(
                200, PageDocument.of(projects.list(request.user(), filter, page).map(ProjectDocument::of)));
    }
}
