package dev.assistant.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.model.ModelCall;
import dev.assistant.model.ModelCall.Outcome;
import dev.assistant.model.Usage;
import dev.assistant.model.UsageLedger;
import dev.assistant.workflow.JobId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link UsageLedger} does. */
public abstract class UsageLedgerContract {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    /** The ledger under test; the same one each time within a test. */
    protected abstract UsageLedger ledger();

    /** A job that exists. */
    protected abstract JobId job();

    @Test
    void keeps_every_call_of_a_job_oldest_first() {
        JobId job = job();
        ModelCall second = call(job, Outcome.REFUSED, NOW.plusSeconds(1));
        ModelCall first = call(job, Outcome.ANSWERED, NOW);
        ledger().record(second);
        ledger().record(first);

        assertThat(ledger().of(job)).containsExactly(first, second);
    }

    @Test
    void keeps_a_call_once_however_often_it_is_recorded() {
        JobId job = job();
        ModelCall call = call(job, Outcome.ANSWERED, NOW);
        ledger().record(call);
        ledger().record(call);

        assertThat(ledger().of(job)).containsExactly(call);
    }

    @Test
    void keeps_the_calls_of_jobs_apart() {
        JobId job = job();
        ledger().record(call(job(), Outcome.ANSWERED, NOW));

        assertThat(ledger().of(job)).isEmpty();
    }

    protected static ModelCall call(JobId job, Outcome outcome, Instant at) {
        return new ModelCall(
                UUID.randomUUID(),
                job,
                "code_analyzer",
                "eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
                outcome,
                new Usage(1200, 340, 1000, new BigDecimal("0.012345")),
                Duration.ofMillis(2810),
                at);
    }
}
