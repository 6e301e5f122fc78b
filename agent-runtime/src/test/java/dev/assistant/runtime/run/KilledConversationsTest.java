package dev.assistant.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.progress.JobEvent.AgentSpoke;
import dev.assistant.review.Finding;
import dev.assistant.testkit.ReviewRequestBuilder;
import dev.assistant.testkit.engine.ChildProcess;
import dev.assistant.testkit.model.OpenAiStub;
import dev.assistant.testkit.model.Prompt;
import dev.assistant.testkit.model.ScriptedAnswer;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Conversations of a worker that is killed. One job for each step waits there for its model, all of them at once in the same
 * process, so that a single kill comes at every boundary between steps.
 */
@Timeout(240)
class KilledConversationsTest {
    private static final String UNDISTURBED = "undisturbed";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    private final Stage stage = new Stage();
    private final Set<AskedFor> held = ConcurrentHashMap.newKeySet();
    private final OpenAiStub model = OpenAiStub.start(0, this::answer);

    @AfterEach
    void close() throws Exception {
        model.close();
        stage.close();
    }

    @Test
    void go_on_where_they_stood_and_pay_nothing_twice_but_what_was_in_flight() {
        Map<AskedFor, JobId> jobs = new EnumMap<>(AskedFor.class);
        Map<String, JobId> undisturbed = new HashMap<>();
        for (AskedFor step : AskedFor.values()) {
            jobs.put(step, submit(step.workflow(), step.function()));
        }

        ChildProcess killed = worker();
        Stage.await(PATIENCE, () -> jobs.entrySet().stream().allMatch(this::standsStill));
        WorkerProcess.kill(killed);
        stage.endLeases();
        jobs.values().forEach(stage::send);
        for (AskedFor step : AskedFor.values()) {
            undisturbed.computeIfAbsent(step.workflow(), workflow -> submit(workflow, UNDISTURBED));
        }
        try (ChildProcess successor = worker()) {
            Stream.concat(jobs.values().stream(), undisturbed.values().stream())
                    .forEach(job -> Stage.await(PATIENCE, () -> stage.log.isOverAt(job, Long.MAX_VALUE)));
            assertThat(successor.isAlive()).isTrue();
        }

        jobs.forEach((step, job) -> {
            assertThat(asked(step.function()))
                    .as("what a model was asked in the job that was killed at %s", step)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    asked(UNDISTURBED).stream()
                                            .filter(each -> each.workflow().equals(step.workflow())),
                                    Stream.of(step))
                            .toList());
            assertSame(job, Objects.requireNonNull(undisturbed.get(step.workflow())));
        });
    }

    private ChildProcess worker() {
        Map<String, String> environment = stage.environment();
        environment.put("WORKER_CONCURRENCY", "12");
        environment.put("MODEL_PROVIDER", "openai");
        environment.put("MODEL_IDS", "gpt-4.1-mini");
        environment.put("MODEL_BASE_URL", model.address().toString());
        return WorkerProcess.start(environment, directory);
    }

    private JobId submit(String workflow, String function) {
        return stage.submit(ReviewRequestBuilder.aReviewOf(stage.owner)
                .withWorkflow(workflow)
                .withFiles(Stage.python("app/add.py", "def " + function + "(a, b):", "    return a + b"))
                .build());
    }

    private ScriptedAnswer answer(Prompt prompt) {
        AskedFor step = AskedFor.by(prompt);
        return prompt.contains(step.function()) && held.add(step) ? new ScriptedAnswer.Stalls() : step.answer();
    }

    /** Whether the job waits for the step that it is to be killed at, and has nothing else under way. */
    private boolean standsStill(Map.Entry<AskedFor, JobId> job) {
        return held.contains(job.getKey())
                && stage.turns.of(stage.owner, job.getValue()).size()
                        == job.getKey().turnsBefore();
    }

    private List<AskedFor> asked(String function) {
        return model.prompts().stream()
                .filter(prompt -> prompt.contains(function))
                .map(AskedFor::by)
                .toList();
    }

    private void assertSame(JobId job, JobId undisturbed) {
        assertThat(stage.job(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(transcript(job)).isEqualTo(transcript(undisturbed));
        assertThat(paid(job)).containsExactlyInAnyOrderElementsOf(paid(undisturbed));
        assertThat(heard(job)).containsExactlyInAnyOrderElementsOf(heard(undisturbed));
        assertThat(stage.events(job))
                .extracting(event -> event.seq())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, stage.events(job).size())
                                .boxed()
                                .toList());
        if (stage.job(job).workflow().startsWith("comprehensive")) {
            assertThat(messages(job)).isEqualTo(messages(undisturbed));
        }
    }

    /** Chats side by side are stored as they come, so it is sorted; how long a turn took differs. */
    private List<Turn> transcript(JobId job) {
        return stage.turns.of(stage.owner, job).stream()
                .map(turn -> new Turn(
                        turn.conversation(),
                        turn.number(),
                        turn.agent(),
                        turn.kind(),
                        turn.text(),
                        turn.answer(),
                        turn.done(),
                        turn.tools(),
                        turn.model(),
                        Duration.ZERO))
                .sorted(Comparator.comparing(Turn::conversation).thenComparingInt(Turn::number))
                .toList();
    }

    private List<List<Object>> paid(JobId job) {
        return stage.ledger.of(job).stream()
                .map(call -> List.<Object>of(call.agent(), call.model(), call.outcome(), call.usage()))
                .toList();
    }

    private List<String> heard(JobId job) {
        return stage.told(job).stream()
                .filter(AgentSpoke.class::isInstance)
                .map(AgentSpoke.class::cast)
                .map(spoke -> spoke.agent() + ": " + spoke.message())
                .toList();
    }

    private List<String> messages(JobId job) {
        return stage.report(job).findings().stream().map(Finding::message).toList();
    }
}
