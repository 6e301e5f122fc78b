package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.quota.Quotas;
import dev.assistant.repository.RepositoryGrants;
import dev.assistant.review.SpendingRules;
import dev.assistant.review.SubmissionTerms;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /code-review/options}: what submissions may ask for in this installation. */
public final class GetOptionsOperation implements Operation {
    private final SubmissionTerms terms;
    private final Quotas quotas;
    private final RepositoryGrants grants;
    private final InstantSource clock;

    public GetOptionsOperation(SubmissionTerms terms, Quotas quotas, RepositoryGrants grants, InstantSource clock) {
        this.terms = terms;
        this.quotas = quotas;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "getOptions";
    }

    @Override
    public Answer answer(Request request) {
        Optional<BigDecimal> highest = terms.models()
                .first()
                .filter(model -> terms.models().isPriced())
                .map(model -> SpendingRules.highest(terms.models(), quotas.of(request.user(), clock.instant())));
        return Answer.json(
                200,
                new Document(
                        terms.repositoryHosts().stream().sorted().toList(),
                        terms.postsComments() || grants.of(request.user()).isPresent(),
                        terms.models().models(),
                        highest.orElse(null),
                        terms.models().known().asOf()));
    }

    /** The wire form. Grows only by optional fields. */
    private record Document(
            List<String> repositoryHosts,
            boolean postsComments,
            List<String> models,
            @Nullable BigDecimal highestMaxUsd,
            LocalDate pricesAsOf) {}
}
