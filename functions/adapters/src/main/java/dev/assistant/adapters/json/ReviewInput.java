package dev.assistant.adapters.json;

import dev.assistant.review.FocusArea;
import dev.assistant.review.IgnoredPaths;
import dev.assistant.review.Language;
import dev.assistant.review.QualityGate;
import dev.assistant.review.RepositorySource;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.ReviewSettings;
import dev.assistant.workflow.AboutFinding;
import dev.assistant.workflow.JobId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a review was asked to do, without its code: the stored input of the workflow. Grows only by optional fields.
 *
 * @param language the language that the submitter named
 * @param qualityGate of the project; left out for the product's own
 * @param ignoreGlobs of the project; left out when it ignores nothing
 * @param baselineJobId the review to compare with
 * @param repository where the files are fetched from
 * @param texts of the workflow's own input, by field
 * @param about what a question is about
 * @param maxUsd what the submitter lets models cost at most
 */
public record ReviewInput(
        @Nullable String language,
        List<String> focusAreas,
        @Nullable QualityGateDocument qualityGate,
        @Nullable List<String> ignoreGlobs,
        @Nullable UUID baselineJobId,
        @Nullable Repository repository,
        @Nullable Map<String, String> texts,
        @Nullable BigDecimal maxUsd,
        @Nullable About about) {

    /** See {@link AboutFinding}. */
    public record About(UUID jobId, String issueId) {}

    /** See {@link RepositorySource}. */
    public record Repository(
            String url,
            @Nullable String ref,
            @Nullable Integer pullRequest,
            @Nullable Boolean postComments) {
        static Repository of(RepositorySource source) {
            return new Repository(
                    source.url(),
                    source.ref().orElse(null),
                    source.pullRequest().orElse(null),
                    source.postComments() ? true : null);
        }

        RepositorySource toSource() {
            return new RepositorySource(
                    url, Optional.ofNullable(ref), Optional.ofNullable(pullRequest), Boolean.TRUE.equals(postComments));
        }
    }

    public static ReviewInput of(ReviewRequest request) {
        return new ReviewInput(
                request.language().map(Language::id).orElse(null),
                request.focus().stream().map(FocusArea::id).sorted().toList(),
                QualityGateDocument.unlessDefault(request.settings().gate()).orElse(null),
                request.settings().ignored().globs(),
                request.baseline().map(JobId::value).orElse(null),
                request.repository().map(Repository::of).orElse(null),
                request.input().texts().isEmpty() ? null : request.input().texts(),
                request.input().mostUsd().orElse(null),
                request.input()
                        .about()
                        .map(about -> new About(about.job().value(), about.finding()))
                        .orElse(null));
    }

    public static ReviewInput read(String json) {
        return WireJson.MAPPER.readValue(json, ReviewInput.class);
    }

    public String write() {
        return WireJson.MAPPER.writeValueAsString(this);
    }

    public Set<FocusArea> toFocus() {
        return focusAreas.stream()
                .map(FocusArea::byId)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    public Optional<Language> toLanguage() {
        return Optional.ofNullable(language).flatMap(Language::byId);
    }

    public Optional<JobId> toBaseline() {
        return Optional.ofNullable(baselineJobId).map(JobId::new);
    }

    public Optional<RepositorySource> toRepository() {
        return Optional.ofNullable(repository).map(Repository::toSource);
    }

    public Map<String, String> toTexts() {
        return texts == null ? Map.of() : texts;
    }

    public Optional<BigDecimal> toMostUsd() {
        return Optional.ofNullable(maxUsd);
    }

    public Optional<AboutFinding> toAbout() {
        return Optional.ofNullable(about).map(asked -> new AboutFinding(new JobId(asked.jobId()), asked.issueId()));
    }

    public ReviewSettings toSettings() {
        return new ReviewSettings(
                qualityGate == null ? QualityGate.DEFAULT : qualityGate.toGate(),
                ignoreGlobs == null ? IgnoredPaths.NONE : new IgnoredPaths(ignoreGlobs));
    }
}
