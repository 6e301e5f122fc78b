package dev.assistant.project;

import dev.assistant.review.SettingsRules.SentCondition;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants a project to say, as sent; nothing of it is checked yet. An outer empty leaves what is there (or the
 * default of a new project); an inner empty removes it.
 *
 * @param gate the conditions of its quality gate; removing them brings the product's own back
 */
public record ProjectDraft(
        Optional<String> name,
        Optional<Optional<String>> description,
        Optional<Optional<String>> repositoryUrl,
        Optional<Optional<String>> language,
        Optional<Optional<List<SentCondition>>> gate,
        Optional<Optional<List<String>>> ignoreGlobs) {}
