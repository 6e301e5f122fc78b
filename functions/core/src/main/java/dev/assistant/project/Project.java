package dev.assistant.project;

import dev.assistant.identity.UserId;
import dev.assistant.review.Language;
import dev.assistant.review.ReviewSettings;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody's project.
 *
 * @param name 1 to 100 characters; an owner has it once, whatever its case
 * @param description at most {@link ProjectRules#LONGEST_DESCRIPTION} characters
 * @param repositoryUrl an https address of at most 500 characters, without credentials; fetched only when a review of it is asked for
 * @param language what it is mostly written in
 */
public record Project(
        ProjectId id,
        UserId owner,
        String name,
        Optional<String> description,
        Optional<String> repositoryUrl,
        Optional<Language> language,
        ReviewSettings settings,
        Instant createdAt,
        Instant updatedAt) {}
