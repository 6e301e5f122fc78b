package dev.assistant.runtime.run;

import static dev.assistant.runtime.run.Stage.QUICK;
import static dev.assistant.runtime.run.Stage.await;
import static dev.assistant.runtime.run.Stage.files;
import static dev.assistant.runtime.run.Stage.python;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.progress.AbandonJob;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.progress.JobEvent.Ended;
import dev.assistant.progress.JobEvent.FindingReported;
import dev.assistant.progress.JobEvent.Progressed;
import dev.assistant.progress.Sequenced;
import dev.assistant.progress.TellWatchers;
import dev.assistant.review.Finding;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.Verdict.Gate;
import dev.assistant.runtime.ScriptedEngine;
import dev.assistant.testkit.RecordingSockets.Seen;
import dev.assistant.testkit.ReportBuilder;
import dev.assistant.testkit.ReviewRequestBuilder;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobInbox.Delivery;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases.Claim;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On PostgreSQL, DynamoDB Local and an SQS server. */
@Timeout(60)
class JobWorkerTest {
    private final Stage stage = new Stage();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void strike() throws Exception {
        gate.countDown();
        stage.close();
    }

    private static List<Finding> findings(List<JobEvent> events) {
        return events.stream()
                .filter(FindingReported.class::isInstance)
                .map(event -> ((FindingReported) event).finding())
                .toList();
    }

    private void assertNumberedWithoutGap(JobId job) {
        List<Sequenced> events = stage.events(job);
        assertThat(events)
                .extracting(Sequenced::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
    }

    private void assertToldOnce(JobId job) {
        assertNumberedWithoutGap(job);
        assertThat(stage.told(job)).doesNotHaveDuplicates();
        assertThat(findings(stage.told(job))).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(stage.told(job).stream()
                        .filter(Progressed.class::isInstance)
                        .map(event -> ((Progressed) event).percent())
                        .toList())
                .isSorted();
        assertThat(stage.told(job).stream().filter(Ended.class::isInstance)).hasSize(1);
    }

    @Test
    void reviews_what_was_submitted_and_tells_it_in_order() {
        stage.worker(ScriptedEngine.reading());
        JobId job = stage.submit(python("a.py", "x = eval(y)"), python("b.py", "z = 1"));
        stage.awaitEnd(job);

        assertThat(stage.job(job).status()).isEqualTo(JobStatus.COMPLETED);
        ReviewReport report = stage.report(job);
        assertThat(report.findings()).extracting(Finding::path).containsExactly("a.py");
        assertThat(report.verdict().gate()).isEqualTo(Gate.FAILED);
        assertThat(findings(stage.told(job))).isEqualTo(report.findings());
        assertThat(stage.told(job)).last().isEqualTo(new Ended(JobStatus.COMPLETED, "The review is complete."));
        assertToldOnce(job);
        await(stage::isQueueEmpty);
    }

    @Test
    void brings_every_event_to_who_watches_and_hangs_up_after_the_last() {
        JobId job = stage.submit(files(3));
        ConnectionId watcher = stage.watch(job);
        stage.worker(ScriptedEngine.reading());
        await(() -> stage.sockets.seenBy(watcher).contains(new Seen.Closed()));

        List<Seen> seen = stage.sockets.seenBy(watcher);
        assertThat(seen.getFirst()).isEqualTo(new Seen.Connected(job));
        assertThat(seen.subList(1, seen.size() - 1))
                .isEqualTo(stage.events(job).stream().map(Seen.Event::new).toList());
    }

    @Test
    void brings_the_last_event_also_to_who_could_not_be_reached_at_first() {
        JobId job = stage.submit(files(1));
        ConnectionId watcher = stage.watch(job);
        stage.sockets.setReachable(watcher, false);
        stage.worker(ScriptedEngine.reading());
        stage.awaitEnd(job);
        int sends = stage.sends.get();
        await(() -> stage.sends.get() > sends);
        stage.sockets.setReachable(watcher, true);
        await(() -> stage.sockets.seenBy(watcher).contains(new Seen.Closed()));
        await(stage::isQueueEmpty);
    }

    @Test
    void resumes_where_a_dead_worker_stopped_and_repeats_nothing() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        ScriptedEngine dying = ScriptedEngine.doing((call, files) -> {
            if (call == 2) {
                reached.countDown();
                gate.await();
            }
        });
        stage.worker(dying);
        JobId job = stage.submit(files(100));
        reached.await();
        stage.clock.advance(Lease.LENGTH.plusSeconds(1));

        ScriptedEngine second = ScriptedEngine.reading();
        stage.worker(second);
        stage.send(job);
        stage.awaitEnd(job);

        assertThat(second.read()).as("the first batch was stored").hasSize(60).doesNotContain("f001.py");
        assertThat(stage.report(job).findings()).hasSize(100);
        assertThat(findings(stage.told(job))).hasSize(100);
        assertToldOnce(job);
    }

    @Test
    void lets_a_worker_that_slept_write_nothing_more() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        ScriptedEngine sleeping = ScriptedEngine.doing((call, files) -> {
            reached.countDown();
            gate.await();
        });
        JobWorker stale = stage.worker(sleeping);
        JobId job = stage.submit(files(2));
        reached.await();
        stage.clock.advance(Lease.LENGTH.plusSeconds(1));
        stage.worker(ScriptedEngine.reading());
        stage.send(job);
        stage.awaitEnd(job);
        List<Sequenced> told = stage.events(job);
        Job ended = stage.job(job);

        gate.countDown();
        await(() -> stale.running() == 0);
        assertThat(stage.events(job)).isEqualTo(told);
        assertThat(stage.job(job)).isEqualTo(ended);
    }

    @Test
    void stops_a_job_as_soon_as_the_heartbeat_finds_it_lost() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        ScriptedEngine engine = ScriptedEngine.doing((call, files) -> {
            reached.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        stage.worker(timing(Duration.ofMillis(50)), engine);
        JobId job = stage.submit(files(1));
        reached.await();
        stage.leases.abandon(job, "somebody gave it up", stage.clock.instant());
        interrupted.await();
        assertThat(stage.job(job).status()).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void keeps_its_lease_while_a_job_takes_long() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        ScriptedEngine engine = ScriptedEngine.doing((call, files) -> {
            reached.countDown();
            gate.await();
        });
        stage.worker(timing(Duration.ofMillis(20)), engine);
        JobId job = stage.submit(files(1));
        reached.await();
        Instant halfway = stage.clock.advance(Lease.LENGTH.dividedBy(2));
        await(() -> stage.leases.claim(job, "rival", halfway) instanceof Claim.HeldElsewhere held
                && held.until().equals(halfway.plus(Lease.LENGTH)));
        await(() -> stage.hidings.size() > 3);
        assertThat(stage.hidings).allMatch(hiding -> hiding.compareTo(Lease.LENGTH) > 0);
        gate.countDown();
        stage.awaitEnd(job);
        assertThat(stage.job(job).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void runs_a_job_once_though_its_message_comes_twice() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        ScriptedEngine engine = ScriptedEngine.doing((call, files) -> {
            reached.countDown();
            gate.await();
        });
        stage.worker(2, QUICK, stage.log, engine);
        JobId job = stage.submit(files(1));
        reached.await();
        stage.send(job);
        await(() -> stage.hiddenMessages() == 1 && stage.postponedMessages() == 1);
        gate.countDown();
        stage.awaitEnd(job);
        assertThat(engine.read()).containsExactly("f001.py");
    }

    @Test
    void runs_no_more_jobs_at_once_than_it_may() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        ScriptedEngine engine = ScriptedEngine.doing((call, files) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            two.countDown();
            gate.await();
            now.decrementAndGet();
        });
        stage.worker(2, QUICK, stage.log, engine);
        List<JobId> jobs = List.of(stage.submit(files(1)), stage.submit(files(1)), stage.submit(files(1)));
        two.await();
        gate.countDown();
        jobs.forEach(stage::awaitEnd);
        assertThat(most).hasValue(2);
    }

    @Test
    void lets_one_review_of_another_person_wait_for_no_more_than_the_one_that_runs() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        ScriptedEngine engine = ScriptedEngine.doing((call, files) -> {
            reached.countDown();
            gate.await();
        });
        stage.worker(engine);
        List<JobId> many = IntStream.range(0, 12)
                .mapToObj(n -> stage.submit(python("many-%d.py".formatted(n), "x = " + n)))
                .toList();
        reached.await();
        UserId other = stage.person();
        JobId only = stage.submit(ReviewRequestBuilder.aReviewOf(other)
                .withFiles(python("only.py", "x = 1"))
                .build());
        gate.countDown();
        many.forEach(stage::awaitEnd);

        assertThat(engine.read().indexOf("only.py")).isEqualTo(1);
        assertThat(stage.jobs.byId(other, only).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(engine.read()).as("each ran once").hasSize(13);
        await(stage::isQueueEmpty);
        assertThat(stage.deadLetter()).isEmpty();
    }

    @Test
    void has_a_job_that_ran_ahead_of_its_message_taken_over_with_it() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(2);
        ScriptedEngine dying = ScriptedEngine.doing((call, files) -> {
            reached.countDown();
            gate.await();
        });
        JobId second = stage.reviews.add(
                ReviewRequestBuilder.aReviewOf(stage.owner).build(), Optional.empty(), stage.clock.instant());
        JobId first = stage.submit(files(1));
        stage.worker(2, QUICK, stage.log, dying);
        stage.send(second);
        reached.await();
        stage.clock.advance(Lease.LENGTH.plusSeconds(1));

        stage.worker(ScriptedEngine.reading());
        stage.send(first);
        stage.send(second);
        stage.awaitEnd(first);
        stage.awaitEnd(second);
        assertThat(stage.job(first).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(stage.job(second).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void tries_a_job_again_that_failed_ahead_of_its_message_without_waiting_for_that() {
        JobId ahead = stage.reviews.add(
                ReviewRequestBuilder.aReviewOf(stage.owner).build(), Optional.empty(), stage.clock.instant());
        JobId woken = stage.submit(files(1));
        stage.worker(ScriptedEngine.doing((call, files) -> {
            if (call == 1) {
                throw new StackOverflowError();
            }
        }));

        stage.awaitEnd(ahead);
        stage.awaitEnd(woken);
        assertThat(stage.job(ahead).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(stage.job(woken).status()).isEqualTo(JobStatus.COMPLETED);
        await(stage::isQueueEmpty);
    }

    @Test
    void tells_the_end_that_a_worker_died_before_telling() {
        JobId job = stage.reviews.add(
                ReviewRequestBuilder.aReviewOf(stage.owner).build(), Optional.empty(), stage.clock.instant());
        Claim.Granted claim = (Claim.Granted) stage.leases.claim(job, "dead", stage.clock.instant());
        stage.log.append(job, claim.lease().epoch(), new Progressed("concluding", 95), stage.clock.instant());
        stage.reviews.complete(claim.lease(), ReportBuilder.aReportOf().build(), stage.clock.instant());

        stage.worker(ScriptedEngine.reading());
        stage.send(job);
        stage.awaitEnd(job);
        assertThat(stage.told(job))
                .containsExactly(
                        new Progressed("concluding", 95), new Ended(JobStatus.COMPLETED, "The review is complete."));
        await(stage::isQueueEmpty);
    }

    @Test
    void tells_the_end_later_when_the_log_does_not_answer_at_once() {
        ScriptedEngine engine = ScriptedEngine.reading();
        stage.worker(1, QUICK, failing(5, Ended.class), engine);
        JobId job = stage.submit(files(1));
        stage.awaitEnd(job);
        assertThat(engine.read()).containsExactly("f001.py");
        assertToldOnce(job);
        await(stage::isQueueEmpty);
    }

    @Test
    void ends_no_job_before_everything_it_told_is_in_the_history() {
        stage.worker(1, QUICK, failing(4, FindingReported.class), ScriptedEngine.reading());
        JobId job = stage.submit(files(2));
        stage.awaitEnd(job);
        assertThat(findings(stage.told(job))).hasSize(2);
        assertToldOnce(job);
    }

    /** The log, not answering so many times when it is told such an event: one attempt at a job tries four times. */
    private EventLog failing(int times, Class<? extends JobEvent> kind) {
        AtomicInteger left = new AtomicInteger(times);
        return new EventLog() {
            @Override
            public List<Sequenced> append(JobId job, long epoch, List<JobEvent> events, Instant now) {
                if (events.stream().anyMatch(kind::isInstance) && left.getAndDecrement() > 0) {
                    throw new Failure.Unavailable("event log", Duration.ofSeconds(1), new IOException("down"));
                }
                return stage.log.append(job, epoch, events, now);
            }

            @Override
            public void fence(JobId job, long epoch) {
                stage.log.fence(job, epoch);
            }

            @Override
            public List<Sequenced> after(JobId job, long seq, int limit) {
                return stage.log.after(job, seq, limit);
            }

            @Override
            public boolean isOverAt(JobId job, long seq) {
                return stage.log.isOverAt(job, seq);
            }
        };
    }

    @Test
    void gives_a_job_that_always_fails_to_the_dead_letters_after_three_attempts() {
        AtomicInteger attempts = new AtomicInteger();
        ScriptedEngine engine = ScriptedEngine.doing((call, files) -> {
            attempts.incrementAndGet();
            throw new StackOverflowError();
        });
        stage.worker(engine);
        JobId job = stage.submit(files(1));
        Delivery dead = awaitDeadLetter();

        assertThat(dead.job()).isEqualTo(job);
        assertThat(attempts).hasValue(3);
        TellWatchers watchers =
                new TellWatchers(stage.log, stage.connections, (watched, connection) -> {}, stage.clock);
        new AbandonJob(stage.leases, watchers, stage.clock).abandon(job);
        assertThat(stage.job(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(stage.job(job).error().orElseThrow()).contains("after several attempts");
        assertToldOnce(job);
    }

    private Delivery awaitDeadLetter() {
        Optional<Delivery> dead = Optional.empty();
        while (dead.isEmpty()) {
            dead = stage.deadLetter();
        }
        return dead.get();
    }

    @Test
    void cancels_a_running_job_and_keeps_what_it_had_told() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        ScriptedEngine engine = ScriptedEngine.doing((call, files) -> {
            if (call == 2) {
                reached.countDown();
                gate.await();
            }
        });
        stage.worker(engine);
        JobId job = stage.submit(files(41));
        reached.await();
        stage.jobs.requestCancel(stage.owner, job, stage.clock.instant());
        stage.awaitEnd(job);

        assertThat(stage.job(job).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(findings(stage.told(job))).hasSize(40);
        assertThat(stage.told(job)).last().isEqualTo(new Ended(JobStatus.CANCELLED, "The review was cancelled."));
        assertToldOnce(job);
        await(stage::isQueueEmpty);
    }

    @Test
    void cancels_within_two_seconds_also_a_job_that_heeds_no_interrupt() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        ScriptedEngine deaf = ScriptedEngine.doing((call, files) -> {
            reached.countDown();
            boolean open = false;
            while (!open) {
                try {
                    gate.await();
                    open = true;
                } catch (InterruptedException e) {
                    // deaf
                }
            }
        });
        stage.worker(standardButForPolls(), deaf);
        JobId job = stage.submit(files(1));
        reached.await();
        long asked = System.nanoTime();
        stage.jobs.requestCancel(stage.owner, job, stage.clock.instant());
        stage.awaitEnd(job);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
        assertThat(stage.job(job).status()).isEqualTo(JobStatus.CANCELLED);

        List<Sequenced> told = stage.events(job);
        gate.countDown();
        assertThat(stage.events(job))
                .as("what it does afterwards counts for nothing")
                .isEqualTo(told);
    }

    @Test
    void hands_its_jobs_back_when_it_is_stopped_so_that_another_goes_on_at_once() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        ScriptedEngine engine = ScriptedEngine.doing((call, files) -> {
            if (call == 2) {
                reached.countDown();
                gate.await();
            }
        });
        JobWorker stopped = stage.worker(2, QUICK, stage.log, engine);
        JobId job = stage.submit(files(50));
        reached.await();
        stopped.close();
        assertThat(stopped.running()).isZero();
        assertThat(stage.job(job).status()).isEqualTo(JobStatus.RUNNING);

        ScriptedEngine next = ScriptedEngine.reading();
        stage.worker(next);
        stage.awaitEnd(job);
        assertThat(next.read()).hasSize(10);
        assertToldOnce(job);
    }

    @Test
    void calls_a_review_incomplete_whose_analyser_failed() {
        ScriptedEngine broken = ScriptedEngine.doing((call, files) -> {
            throw new IllegalStateException("password = 'hunter2'");
        });
        stage.worker(broken);
        JobId job = stage.submit(python("a.py", "x = 1"));
        stage.awaitEnd(job);
        ReviewReport report = stage.report(job);
        assertThat(stage.job(job).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(report.verdict().gate()).isEqualTo(Gate.INCOMPLETE);
        assertThat(report.coverage().files().getFirst().reason()).contains("scripted: stopped with an error");
    }

    @Test
    void fails_a_job_whose_workflow_nobody_knows() {
        stage.worker(ScriptedEngine.reading());
        JobId job = stage.submit(ReviewRequestBuilder.aReviewOf(stage.owner)
                .withWorkflow("from_the_future")
                .build());
        stage.awaitEnd(job);
        assertThat(stage.job(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(stage.job(job).error().orElseThrow()).contains("Choose another");
    }

    @Test
    void deletes_the_message_of_a_job_that_is_gone() {
        stage.worker(ScriptedEngine.reading());
        stage.send(new JobId(UUID.randomUUID()));
        await(stage::isQueueEmpty);
        JobId next = stage.submit(files(1));
        stage.awaitEnd(next);
        assertThat(stage.deadLetter()).isEmpty();
    }

    private static Timing standardButForPolls() {
        Timing standard = Timing.STANDARD;
        return new Timing(
                QUICK.poll(),
                standard.heartbeat(),
                standard.cancellation(),
                standard.grace(),
                standard.longest(),
                standard.retry(),
                standard.outage());
    }

    private static Timing timing(Duration heartbeat) {
        return new Timing(
                QUICK.poll(),
                heartbeat,
                QUICK.cancellation(),
                QUICK.grace(),
                QUICK.longest(),
                QUICK.retry(),
                QUICK.outage());
    }
}
