package dev.assistant.runtime.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.UserId;
import dev.assistant.quota.Quota;
import dev.assistant.quota.QuotaUse;
import dev.assistant.quota.Quotas;
import dev.assistant.runtime.model.ModelSettings;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Produces;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import dev.assistant.workflow.Turn.ModelUse;
import dev.assistant.workflow.WorkflowInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final Allowance INSTALLED = Allowance.of(ModelSettings.NONE, InstantSource.fixed(NOW));

    @Test
    void a_job_may_spend_what_the_submitter_set_but_never_more_than_the_installation_allows() {
        assertThat(usd(INSTALLED, Optional.empty(), List.of())).isEqualByComparingTo("2.00");
        assertThat(usd(INSTALLED, Optional.of("0.25"), List.of())).isEqualByComparingTo("0.25");
        assertThat(usd(INSTALLED, Optional.of("9"), List.of())).isEqualByComparingTo("2.00");
    }

    @Test
    void what_is_left_of_the_owners_month_bounds_it_and_its_own_turns_count_once() {
        Allowance bounded = INSTALLED.within(new Month("10", "9.70"));
        Turn earlier = turn("0.20");

        assertThat(usd(bounded, Optional.empty(), List.of())).isEqualByComparingTo("0.30");
        assertThat(usd(bounded, Optional.of("0.25"), List.of())).isEqualByComparingTo("0.25");
        assertThat(usd(bounded, Optional.empty(), List.of(earlier))).isEqualByComparingTo("0.50");
    }

    private static BigDecimal usd(Allowance allowance, Optional<String> most, List<Turn> turns) {
        WorkflowInput input = new WorkflowInput(Produces.REVIEW, Map.of(), most.map(BigDecimal::new));
        return allowance.of(job(), input, turns, NOW).usd();
    }

    private static Job job() {
        return new Job(
                new JobId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                Optional.empty(),
                "code_analysis",
                Produces.REVIEW,
                JobStatus.RUNNING,
                0,
                "reviewing",
                Optional.empty(),
                false,
                NOW,
                Optional.of(NOW),
                Optional.empty());
    }

    private static Turn turn(String usd) {
        ModelUse use = new ModelUse("m", "p", 10, 10, 0, new BigDecimal(usd), 1);
        return new Turn(
                "main",
                0,
                "code_analyzer",
                Kind.SPOKE,
                "",
                Optional.empty(),
                false,
                List.of(),
                Optional.of(use),
                Duration.ZERO);
    }

    /** Of somebody with a limit on money. */
    private record Month(String limit, String used) implements Quotas {
        @Override
        public QuotaUse of(UserId user, Instant now) {
            return new QuotaUse(
                    new Quota(Optional.empty(), Optional.of(new BigDecimal(limit))), 0, new BigDecimal(used), now);
        }

        @Override
        public void set(UserId user, Quota quota, UserId administrator, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
