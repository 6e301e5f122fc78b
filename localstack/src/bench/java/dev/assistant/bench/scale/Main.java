package dev.assistant.bench.scale;

import dev.assistant.bench.scale.Jobs.Submitted;
import dev.assistant.identity.UserId;
import dev.assistant.testkit.model.OpenAiStub;
import dev.assistant.testkit.model.ScriptedAnswer;
import dev.assistant.workflow.Job;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures a running stack with one, two and three processes of agent-runtime, in turns. Argument: {@code analysis}, when the
 * stack has no model, or {@code model}, when its model is the stand-in that this starts at MODEL_BASE_URL.
 */
public final class Main {
    private static final PrintStream OUT = System.out;
    private static final int MOST_WORKERS = 3;
    private static final int ROUNDS = 2;
    private static final int PEOPLE = 6;
    private static final int GREEDY = 1_000;
    private static final int SINGLE = 7;

    /** What the stand-in says, after so long, whoever asks. */
    private static final Duration ANSWER_AFTER = Duration.ofSeconds(5);

    private static final String ANSWER =
            "{\"message\":\"Read.\",\"done\":true,\"findings\":[],\"dismissed_evidence\":[]}";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> environment = System.getenv();
        boolean isModel = arguments[0].equals("model");
        if (isModel) {
            OpenAiStub.start(
                    URI.create(environment.get("MODEL_BASE_URL")).getPort(),
                    prompt -> new ScriptedAnswer.Slowly(ANSWER_AFTER, ScriptedAnswer.says(ANSWER)));
        }
        try (Jobs jobs = new Jobs(environment);
                Workers workers = new Workers(environment)) {
            throughput(jobs, workers, arguments[0], isModel ? 2 : 4);
            greed(jobs, workers, arguments[0]);
        }
        System.exit(0);
    }

    private static void throughput(Jobs jobs, Workers workers, String kind, int each) throws Exception {
        List<UserId> people = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            people.add(jobs.person());
        }
        Map<Integer, List<Batch>> measured = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int step = 1; step <= MOST_WORKERS; step++) {
                int count = round % 2 == 0 ? step : MOST_WORKERS + 1 - step;
                workers.be(count);
                run(jobs, people.subList(0, 1), 2 * count); // warms them up
                measured.computeIfAbsent(count, none -> new ArrayList<>()).add(run(jobs, people, each));
            }
        }
        double one =
                Figures.median(measured.get(1).stream().map(Batch::perSecond).toList());
        measured.forEach((count, batches) -> {
            double rate = Figures.median(batches.stream().map(Batch::perSecond).toList());
            List<Double> waits =
                    batches.stream().flatMap(batch -> batch.waits().stream()).toList();
            OUT.printf(
                    Locale.ROOT,
                    "%s, processes %d: %.2f reviews/s (%.2f x one; rounds %s), wait median %.1f s, longest %.1f s, n=%d%n",
                    kind,
                    count,
                    rate,
                    rate / one,
                    Figures.list(batches.stream().map(Batch::perSecond).toList()),
                    Figures.median(waits),
                    Figures.longest(waits),
                    waits.size());
        });
    }

    /** Everybody submits so many; then all are awaited. */
    private static Batch run(Jobs jobs, List<UserId> people, int each) throws InterruptedException {
        List<Submitted> all = new ArrayList<>();
        Instant began = Instant.now();
        people.forEach(person -> all.addAll(jobs.submit(person, each)));
        List<Job> ended = jobs.await(all);
        Instant last = ended.stream()
                .map(job -> job.completedAt().orElseThrow())
                .max(Instant::compareTo)
                .orElseThrow();
        return new Batch(
                ended.size() / Figures.seconds(began, last),
                ended.stream().map(Figures::wait).toList());
    }

    private static void greed(Jobs jobs, Workers workers, String kind) throws Exception {
        workers.be(MOST_WORKERS);
        List<Submitted> backlog = jobs.submit(jobs.person(), GREEDY);
        List<Double> waits = new ArrayList<>();
        for (int n = 0; n < SINGLE; n++) {
            waits.add(Figures.wait(jobs.await(jobs.submit(jobs.person(), 1)).getFirst()));
        }
        List<Job> begun = backlog.stream()
                .map(jobs::of)
                .filter(job -> job.startedAt().isPresent())
                .toList();
        List<Double> durations = begun.stream()
                .filter(job -> job.status().isFinal())
                .map(Figures::duration)
                .toList();
        OUT.printf(
                Locale.ROOT,
                "%s, %d processes, %d reviews of one person queued, %d of them still waiting at the end: a review of another waits"
                        + " median %.2f s, longest %.2f s (n=%d); one of the many runs for median %.2f s, longest %.2f s (n=%d)%n",
                kind,
                MOST_WORKERS,
                GREEDY,
                GREEDY - begun.size(),
                Figures.median(waits),
                Figures.longest(waits),
                waits.size(),
                Figures.median(durations),
                Figures.longest(durations),
                durations.size());
    }

    private record Batch(double perSecond, List<Double> waits) {}
}
