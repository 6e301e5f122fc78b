package dev.assistant.project;

import dev.assistant.failure.FieldErrors;
import dev.assistant.review.IgnoredPaths;
import dev.assistant.review.Language;
import dev.assistant.review.QualityGate;
import dev.assistant.review.ReviewSettings;
import dev.assistant.review.SettingsRules;
import dev.assistant.url.HttpsAddress;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What projects may say. */
final class ProjectRules {
    static final int LONGEST_DESCRIPTION = 2_000;
    private static final int LONGEST_NAME = 100;

    private ProjectRules() {}

    /**
     * The project with everything that the draft says.
     *
     * @throws dev.assistant.failure.Failure.Invalid naming every field that needs another value
     */
    static Project apply(ProjectDraft draft, Project project) {
        FieldErrors errors = new FieldErrors();
        Project changed = new Project(
                project.id(),
                project.owner(),
                draft.name().map(name -> name(name, errors)).orElse(project.name()),
                draft.description()
                        .map(text -> text.flatMap(given -> description(given, errors)))
                        .orElse(project.description()),
                draft.repositoryUrl()
                        .map(url -> url.flatMap(given -> repositoryUrl(given, errors)))
                        .orElse(project.repositoryUrl()),
                draft.language()
                        .map(language -> language.flatMap(given -> language(given, errors)))
                        .orElse(project.language()),
                settings(draft, project.settings(), errors),
                project.createdAt(),
                project.updatedAt());
        errors.refuseIfAny();
        return changed;
    }

    private static String name(String given, FieldErrors errors) {
        String name = given.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.add("name", "Use 1 to " + LONGEST_NAME + " characters.");
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            errors.add("name", "Leave out line breaks and other control characters.");
        }
        return name;
    }

    private static Optional<String> description(String given, FieldErrors errors) {
        String text = given.strip();
        if (text.length() > LONGEST_DESCRIPTION) {
            errors.add("description", "Use at most %,d characters.".formatted(LONGEST_DESCRIPTION));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<String> repositoryUrl(String given, FieldErrors errors) {
        String url = given.strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        errors.addIf("repository_url", HttpsAddress.complaint(url));
        return Optional.of(url);
    }

    private static Optional<Language> language(String given, FieldErrors errors) {
        Optional<Language> language = Language.byId(given);
        if (language.isEmpty()) {
            String known = Stream.of(Language.values()).map(Language::id).collect(Collectors.joining(", "));
            errors.add("language", "There is no such language. Use one of: " + known + ".");
        }
        return language;
    }

    private static ReviewSettings settings(ProjectDraft draft, ReviewSettings present, FieldErrors errors) {
        QualityGate gate = draft.gate()
                .map(given -> given.map(sent -> SettingsRules.gate(sent, "quality_gate.conditions", errors))
                        .orElse(QualityGate.DEFAULT))
                .orElse(present.gate());
        IgnoredPaths ignored = draft.ignoreGlobs()
                .map(given -> given.map(globs -> SettingsRules.ignored(globs, "ignore_globs", errors))
                        .orElse(IgnoredPaths.NONE))
                .orElse(present.ignored());
        return new ReviewSettings(gate, ignored);
    }
}
