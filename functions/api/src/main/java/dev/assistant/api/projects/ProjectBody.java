package dev.assistant.api.projects;

import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Request;
import dev.assistant.failure.Failure;
import dev.assistant.project.ProjectDraft;
import dev.assistant.review.SettingsRules.SentCondition;
import java.util.List;
import java.util.Optional;

/** What a request wants a project to say. */
final class ProjectBody {
    private ProjectBody() {}

    static ProjectDraft read(Request request) {
        Fields body = JsonBody.read(request);
        Optional<Optional<String>> name = body.nullableText("name");
        ProjectDraft draft = new ProjectDraft(
                name.flatMap(given -> given),
                body.nullableText("description"),
                body.nullableText("repository_url"),
                body.nullableText("language"),
                body.nullableObject("quality_gate", ProjectBody::conditions),
                body.nullableTexts("ignore_globs"));
        body.requireValid();
        if (name.isPresent() && name.get().isEmpty()) {
            throw new Failure.Invalid("name", "A project has a name. Give one.");
        }
        return draft;
    }

    private static List<SentCondition> conditions(Fields gate) {
        return gate.objects("conditions", ProjectBody::condition);
    }

    private static SentCondition condition(Fields condition) {
        return new SentCondition(
                condition.text("metric"), condition.optionalText("operator"), condition.optionalWhole("threshold"));
    }
}
