package dev.assistant.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.progress.JobEvent;
import dev.assistant.progress.JobEvent.Ended;
import dev.assistant.progress.JobEvent.FindingReported;
import dev.assistant.progress.JobEvent.Progressed;
import dev.assistant.progress.Sequenced;
import dev.assistant.review.Finding;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Verdict.Gate;
import dev.assistant.testkit.engine.ChildProcess;
import dev.assistant.testkit.engine.ChildProcess.StopSignal;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, as its own process with the embedded analysers. */
@Timeout(240)
class ProcessTest {
    private static final int FILES = 600;

    @TempDir
    private Path directory;

    private final Stage stage = new Stage();

    @AfterEach
    void strike() throws Exception {
        stage.close();
    }

    private ChildProcess start() {
        return WorkerProcess.start(stage.environment(), directory);
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    private int percent(JobId job) {
        return stage.told(job).stream()
                .filter(Progressed.class::isInstance)
                .mapToInt(event -> ((Progressed) event).percent())
                .max()
                .orElse(0);
    }

    /** Waits until a batch more than now is done. */
    private void awaitProgress(JobId job) {
        int now = Math.max(10, percent(job));
        Stage.await(Duration.ofMinutes(1), () -> percent(job) > now);
        assertThat(stage.job(job).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void finishes_a_review_though_it_was_stopped_and_then_killed_in_the_middle() throws IOException {
        JobId job = stage.submit(IntStream.range(0, FILES)
                .mapToObj(n -> Stage.python(
                        "f%03d.py".formatted(n),
                        "import sqlite3",
                        "password = 'f8Kd0sQp2L%03d'".formatted(n),
                        "connection = sqlite3.connect('db', password)"))
                .toArray(SourceFile[]::new));

        try (ChildProcess first = start()) {
            awaitProgress(job);
            assertThat(first.isAlive()).isTrue();
        }
        assertThat(log()).contains("Stopping; 1 running jobs go back to the queue");
        int handedBackAt = percent(job);

        ChildProcess second = start();
        awaitProgress(job);
        WorkerProcess.kill(second);
        assertThat(percent(job)).isGreaterThan(handedBackAt);

        try (ChildProcess third = start()) {
            Stage.await(Lease.LENGTH.multipliedBy(6), () -> stage.log.isOverAt(job, Long.MAX_VALUE));
            assertThat(third.isAlive()).isTrue();
        }
        assertFinishedOnce(job);
    }

    private void assertFinishedOnce(JobId job) {
        ReviewReport report = stage.report(job);
        assertThat(report.verdict().gate()).isNotEqualTo(Gate.INCOMPLETE);
        assertThat(report.findings().stream().filter(finding -> finding.cwe().contains("CWE-798")))
                .hasSize(FILES);

        List<Sequenced> events = stage.events(job);
        List<JobEvent> told = stage.told(job);
        assertThat(events)
                .extracting(Sequenced::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(told).doesNotHaveDuplicates();
        List<String> found = told.stream()
                .filter(FindingReported.class::isInstance)
                .map(event -> ((FindingReported) event).finding().id())
                .toList();
        assertThat(found)
                .doesNotHaveDuplicates()
                .hasSameElementsAs(
                        Set.copyOf(report.findings().stream().map(Finding::id).toList()));
        assertThat(told).last().isEqualTo(new Ended(JobStatus.COMPLETED, "The review is complete."));
        Stage.await(Duration.ofSeconds(5), stage::isQueueEmpty);
    }

    @Test
    void does_not_start_without_its_settings() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.assistant.runtime.Main");
        try (ChildProcess process = ChildProcess.start(
                command, Map.of(), directory.resolve("log"), StopSignal.TERM, Duration.ofSeconds(5))) {
            assertThat(process.onExit().join()).isEqualTo(2);
        }
        assertThat(log()).isEqualTo("Set the environment variable DATABASE_URL: it is missing or unreadable.\n");
    }
}
