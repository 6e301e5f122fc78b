package dev.assistant.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.product.Product;
import dev.assistant.product.Product.About;
import dev.assistant.progress.JobEvent;
import dev.assistant.review.Provenance;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.runtime.workflow.Workflow;
import dev.assistant.testkit.ReviewRequestBuilder;
import dev.assistant.workflow.Approval;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Produces;
import dev.assistant.workflow.WorkflowInput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs that wait for a person: on the real queue, database and event log. */
final class ApprovalTest {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Stage stage = new Stage();

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    @Test
    void a_job_that_asks_frees_its_worker_and_goes_on_with_the_answer() {
        JobId job = asking();

        assertThat(questions(job)).isEqualTo(1);
        stage.approvals.answer(
                stage.owner,
                job,
                new Decision(Decision.Answer.APPROVED, Optional.empty()),
                Optional.of("hash"),
                stage.clock.instant());
        stage.send(job);

        stage.awaitEnd(job);
        assertThat(stage.job(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(stage.told(job).getLast())
                .isEqualTo(new JobEvent.Ended(JobStatus.COMPLETED, "The plan is complete.", false));
    }

    @Test
    void a_message_of_a_job_that_waits_is_deleted_and_asks_nobody_twice() {
        JobId job = asking();

        stage.send(job);

        Stage.await(stage::isQueueEmpty);
        assertThat(stage.job(job).status()).isEqualTo(JobStatus.AWAITING_APPROVAL);
        assertThat(questions(job)).isEqualTo(1);
    }

    @Test
    void a_question_that_nobody_answers_in_time_is_a_refusal() {
        JobId job = asking();
        assertThat(stage.approvals.expire(10, stage.clock.instant())).isEmpty();

        stage.clock.advance(PATIENCE);
        assertThat(stage.approvals.expire(10, stage.clock.instant())).hasSize(1);
        stage.send(job);

        stage.awaitEnd(job);
        assertThat(stage.job(job).error()).contains("EXPIRED");
    }

    private JobId asking() {
        stage.worker(1, Stage.QUICK, stage.log, new Asking());
        JobId job = stage.submit(ReviewRequestBuilder.aReviewOf(stage.owner)
                .withWorkflow("deployment")
                .asking(new WorkflowInput(Produces.PLAN, Map.of("environment", "staging")))
                .build());
        stage.awaitStatus(job, JobStatus.AWAITING_APPROVAL);
        Stage.await(() -> questions(job) == 1 && stage.isQueueEmpty());
        return job;
    }

    private long questions(JobId job) {
        return stage.told(job).stream()
                .filter(JobEvent.ApprovalRequired.class::isInstance)
                .count();
    }

    /** Asks once, then says what was decided. */
    private final class Asking implements Workflow {
        @Override
        public String name() {
            return "deployment";
        }

        @Override
        public Outcome run(JobRun run) {
            Optional<Decision> decision = run.decision("main");
            if (decision.isEmpty()) {
                return new Outcome.Asks(Approval.asked(
                        "main", "Go?", "1. Go", "hash", stage.clock.instant().plus(PATIENCE)));
            }
            if (!decision.get().isApproval()) {
                return new Outcome.Refused(decision.get().answer().name());
            }
            About about = new About("Planned.", true, List.of(), Provenance.UNKNOWN);
            return new Outcome.Produced(
                    new Product.Plan(about, "staging", List.of(), List.of(), List.of(), "1. Go", decision), List.of());
        }
    }
}
