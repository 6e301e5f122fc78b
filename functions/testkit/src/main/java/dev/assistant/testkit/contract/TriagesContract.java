package dev.assistant.testkit.contract;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.page.PageRequest;
import dev.assistant.review.Finding;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews;
import dev.assistant.review.Triage;
import dev.assistant.review.Triages;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Triages} does. */
public abstract class TriagesContract {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final Finding FINDING = aFinding().build();

    /** The triages under test; the same ones each time within a test. */
    protected abstract Triages triages();

    /** The reviews whose findings they are about. */
    protected abstract Reviews reviews();

    /** Somebody who can own reviews. */
    protected abstract UserId owner();

    @Test
    void remembers_the_last_decision() {
        UserId owner = owner();
        JobId job = review(owner);

        triages().remember(job, FINDING, accepted(owner));
        triages().remember(job, FINDING, dismissed(owner, Optional.empty()));

        Finding judged = triages()
                .memory(job, List.of(FINDING.fingerprint()), NOW)
                .apply(List.of(FINDING))
                .getFirst();
        assertThat(judged.triage()).contains(dismissed(owner, Optional.empty()));
        assertThat(judged.isCounted()).isFalse();
    }

    @Test
    void remembers_for_the_review_alone_when_it_has_no_project() {
        UserId owner = owner();
        JobId job = review(owner);

        triages().remember(job, FINDING, dismissed(owner, Optional.empty()));

        assertThat(triages()
                        .memory(review(owner), List.of(FINDING.fingerprint()), NOW)
                        .byFingerprint())
                .isEmpty();
    }

    @Test
    void tells_only_what_it_is_asked_about() {
        UserId owner = owner();
        JobId job = review(owner);
        triages().remember(job, FINDING, dismissed(owner, Optional.empty()));

        assertThat(triages().memory(job, List.of("another"), NOW).byFingerprint())
                .isEmpty();
        assertThat(triages().memory(job, List.of(), NOW).byFingerprint()).isEmpty();
    }

    @Test
    void opening_takes_a_decision_back() {
        UserId owner = owner();
        JobId job = review(owner);
        triages().remember(job, FINDING, dismissed(owner, Optional.empty()));

        triages().remember(job, FINDING, opened(owner));
        triages().remember(job, FINDING, opened(owner));

        assertThat(triages().memory(job, List.of(FINDING.fingerprint()), NOW).byFingerprint())
                .isEmpty();
    }

    @Test
    void a_decision_holds_until_it_expires() {
        UserId owner = owner();
        JobId job = review(owner);
        triages().remember(job, FINDING, dismissed(owner, Optional.of(NOW.plusSeconds(60))));

        List<String> asked = List.of(FINDING.fingerprint());
        assertThat(triages().memory(job, asked, NOW.plusSeconds(59)).byFingerprint())
                .hasSize(1);
        assertThat(triages().memory(job, asked, NOW.plusSeconds(60)).byFingerprint())
                .isEmpty();
    }

    @Test
    void nobody_decides_about_somebody_elses_review() {
        JobId job = review(owner());
        UserId stranger = owner();

        assertThatThrownBy(() -> triages().remember(job, FINDING, dismissed(stranger, Optional.empty())))
                .isInstanceOf(Failure.NotFound.class);
        assertThatThrownBy(
                        () -> triages().ofProject(stranger, UUID.randomUUID(), new PageRequest(10, Optional.empty())))
                .isInstanceOf(Failure.NotFound.class);
        assertThatThrownBy(() -> triages().forget(stranger, UUID.randomUUID(), UUID.randomUUID()))
                .isInstanceOf(Failure.NotFound.class);
    }

    private JobId review(UserId owner) {
        ReviewRequest request = aReviewOf(owner).build();
        return reviews().add(request, Optional.empty(), NOW);
    }

    private static Triage dismissed(UserId author, Optional<Instant> expires) {
        return new Triage(
                Triage.State.DISMISSED,
                Optional.of(Triage.Reason.OTHER),
                Optional.of("Not here."),
                author,
                NOW,
                expires);
    }

    private static Triage accepted(UserId author) {
        return new Triage(Triage.State.ACCEPTED, Optional.empty(), Optional.empty(), author, NOW, Optional.empty());
    }

    private static Triage opened(UserId author) {
        return new Triage(Triage.State.OPEN, Optional.empty(), Optional.empty(), author, NOW, Optional.empty());
    }
}
