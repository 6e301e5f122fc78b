package dev.assistant.api.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Worker;
import dev.assistant.product.Product;
import dev.assistant.product.Product.About;
import dev.assistant.product.Product.Answer;
import dev.assistant.product.Product.Document;
import dev.assistant.product.Product.Plan;
import dev.assistant.progress.JobEvent;
import dev.assistant.review.Provenance;
import dev.assistant.testkit.FindingBuilder;
import dev.assistant.testkit.ReportBuilder;
import dev.assistant.workflow.Approval;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody's jobs: each state that a person can do something about, and each kind of what comes of one. */
final class HeldJobs {
    private static final About ABOUT = new About("Short.", true, List.of(), Provenance.UNKNOWN);
    private static final Plan PLAN = new Plan(
            ABOUT,
            "staging",
            List.of(new Plan.Step("Build", "Build it.", List.of(), "Remove it.")),
            List.of(new Plan.Check("It answers.", List.of())),
            List.of("Runs as root."),
            "1. Build",
            Optional.empty());
    private static final Answer ANSWER = new Answer(
            ABOUT,
            "What is x?",
            "- One. [1]",
            List.of(new Answer.Claim("One.", 1, "x = 1")),
            List.of(new Answer.Source("app/db.py:1", Optional.empty(), Optional.of("app/db.py"), Optional.of(1))));

    private final Person owner;
    private final String project;
    private final Worker worker;

    /** @param project that all of them belong to */
    HeldJobs(Person owner, String project) {
        this.owner = owner;
        this.project = project;
        this.worker = new Worker(owner.gateway().surroundings());
    }

    /** Their ids; the last one is a completed review, of one finding. */
    List<String> make() {
        return List.of(
                execute("quick_code_review"),
                waiting(),
                completed("quick_documentation", new Document(ABOUT, "Database", "`x` is one.")),
                completed("deployment", PLAN),
                completed("research", ANSWER),
                reviewed());
    }

    private String waiting() {
        String job = execute("deployment");
        Instant expires = Instant.now().plusSeconds(3_600);
        worker.ask(worker.take(job), Approval.asked("main", "Roll it out?", PLAN.markdown(), "a".repeat(64), expires));
        return job;
    }

    private String completed(String workflow, Product product) {
        String job = execute(workflow);
        Lease lease = worker.take(job);
        worker.complete(lease, product, List.of());
        worker.tell(lease, new JobEvent.Ended(JobStatus.COMPLETED, "Done."));
        return job;
    }

    private String reviewed() {
        String job = execute("quick_code_review");
        Lease lease = worker.take(job);
        worker.tell(
                lease, new JobEvent.FindingReported(FindingBuilder.aFinding().build()));
        worker.complete(
                lease,
                ReportBuilder.aReportOf(FindingBuilder.aFinding().build()).build());
        worker.tell(lease, new JobEvent.Ended(JobStatus.COMPLETED, "1 issue found."));
        return job;
    }

    private String execute(String workflow) {
        Map<String, Object> input = Map.of(
                "files",
                List.of(Map.of("path", "app/db.py", "content", "x = 1\n")),
                "question",
                "What is x?",
                "environment",
                "staging");
        Reply reply = owner.post("/workflows/" + workflow + "/execute")
                .json(Map.of("input", input, "project_id", project))
                .send();
        assertThat(reply.status()).as(workflow + ": " + reply.body()).isEqualTo(202);
        return reply.text("/job_id");
    }
}
