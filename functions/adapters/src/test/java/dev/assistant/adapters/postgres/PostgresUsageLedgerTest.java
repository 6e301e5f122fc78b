package dev.assistant.adapters.postgres;

import static dev.assistant.testkit.ReviewRequestBuilder.aReviewOf;
import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.User;
import dev.assistant.model.ModelCall;
import dev.assistant.model.ModelCall.Outcome;
import dev.assistant.model.UsageLedger;
import dev.assistant.testkit.ReportBuilder;
import dev.assistant.testkit.contract.UsageLedgerContract;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases.Claim;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresUsageLedgerTest extends UsageLedgerContract {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static Database database;

    private final User owner = aUser().build();

    @BeforeAll
    static void open() {
        database = Database.open(TestDatabase.fresh(), 2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void account() {
        new PostgresUsers(database).add(owner);
    }

    @Test
    void counts_what_a_job_cost_that_ended_without_results() {
        JobId job = job();
        ModelCall call = call(job, Outcome.ANSWERED, NOW);
        ledger().record(call);
        ledger().record(call);
        new PostgresLeases(database).end(claim(job), JobStatus.CANCELLED, Optional.empty(), NOW);

        assertThat(usedThisMonth()).isEqualByComparingTo("0.012345");
        assertThat(costOf(job)).isEqualByComparingTo("0.012345");
    }

    @Test
    void counts_what_a_completed_job_cost_once() {
        JobId job = job();
        ledger().record(call(job, Outcome.ANSWERED, NOW));
        new PostgresReviews(database, new InMemorySources())
                .complete(
                        claim(job),
                        ReportBuilder.aReportOf().costing("0.012345").build(),
                        NOW);

        assertThat(usedThisMonth()).isEqualByComparingTo("0.012345");
        assertThat(costOf(job)).isEqualByComparingTo("0.012345");
    }

    @Test
    void forgets_the_calls_with_their_job_but_not_what_they_cost() {
        JobId job = job();
        ledger().record(call(job, Outcome.ANSWERED, NOW));
        database.query(sql -> sql.sql("delete from workflow_executions where id = :id")
                .param("id", job.value())
                .update());

        assertThat(ledger().of(job)).isEmpty();
        assertThat(usedThisMonth()).isEqualByComparingTo("0.012345");
    }

    @Test
    void does_not_mind_a_job_that_has_gone() {
        JobId gone = new JobId(UUID.randomUUID());
        ledger().record(call(gone, Outcome.ANSWERED, NOW));

        assertThat(ledger().of(gone)).isEmpty();
    }

    @Override
    protected UsageLedger ledger() {
        return new PostgresUsageLedger(database);
    }

    @Override
    protected JobId job() {
        return new PostgresReviews(database, new InMemorySources())
                .add(aReviewOf(owner.id()).build(), Optional.empty(), NOW);
    }

    private static Lease claim(JobId job) {
        return ((Claim.Granted) new PostgresLeases(database).claim(job, "worker", NOW)).lease();
    }

    private BigDecimal usedThisMonth() {
        return new PostgresQuotas(database).of(owner.id(), NOW).usdThisMonth();
    }

    private static BigDecimal costOf(JobId job) {
        return database.query(sql -> sql.sql("select cost_usd from workflow_executions where id = :id")
                .param("id", job.value())
                .query(BigDecimal.class)
                .single());
    }
}
