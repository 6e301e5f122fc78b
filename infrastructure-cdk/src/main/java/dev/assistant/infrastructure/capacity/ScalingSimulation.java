package dev.assistant.infrastructure.capacity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * A day of jobs before workers that come and go by the scaling's steps, which no formula tells: tasks take a while to start, the
 * scaling looks once a minute, and a task that works on a job is not taken away. Deterministic for a seed.
 */
final class ScalingSimulation {
    private static final double MINUTE = 60;
    private static final double SECONDS_AN_HOUR = 3600;

    private final double serviceSeconds;
    private final int jobsPerTask;
    private final double startSeconds;
    private final IntUnaryOperator tasksFor;

    /**
     * @param serviceSeconds mean time of a job, exponential
     * @param startSeconds until a task that was asked for takes jobs
     * @param tasksFor how many tasks the scaling wants for so many open jobs
     */
    ScalingSimulation(double serviceSeconds, int jobsPerTask, double startSeconds, IntUnaryOperator tasksFor) {
        this.serviceSeconds = serviceSeconds;
        this.jobsPerTask = jobsPerTask;
        this.startSeconds = startSeconds;
        this.tasksFor = tasksFor;
    }

    /**
     * What a run came to.
     *
     * @param waits of all jobs for a worker, in seconds, ascending
     * @param taskHours paid for
     */
    record Outcome(List<Double> waits, double taskHours) {
        Outcome {
            waits = waits.stream().sorted().toList();
        }

        double meanWait() {
            return waits.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        }

        double waitOf(double share) {
            return waits.isEmpty() ? 0 : waits.get((int) Math.min(waits.size() - 1, Math.floor(share * waits.size())));
        }
    }

    /**
     * Runs for so many seconds, from no job and as many tasks as the scaling wants for none.
     *
     * @param arrivals jobs a second at a moment
     * @param mostArrivals no moment has more
     */
    Outcome run(double seconds, DoubleUnaryOperator arrivals, double mostArrivals, long seed) {
        return new Run(arrivals, mostArrivals, new SplittableRandom(seed)).until(seconds);
    }

    /** One run, which goes from one moment at which something happens to the next. */
    private final class Run {
        private final DoubleUnaryOperator arrivals;
        private final double mostArrivals;
        private final SplittableRandom random;
        private final Deque<Double> waiting = new ArrayDeque<>();
        private final PriorityQueue<Double> busyUntil = new PriorityQueue<>();
        private final PriorityQueue<Double> startingUntil = new PriorityQueue<>();
        private final List<Double> waits = new ArrayList<>();
        private int tasks = tasksFor.applyAsInt(0);
        private double now;
        private double nextArrival;
        private double nextLook = MINUTE;

        private Run(DoubleUnaryOperator arrivals, double mostArrivals, SplittableRandom random) {
            this.arrivals = arrivals;
            this.mostArrivals = mostArrivals;
            this.random = random;
            this.nextArrival = exponential(1 / mostArrivals);
        }

        private Outcome until(double seconds) {
            double paid = 0;
            while (now < seconds) {
                double next = Math.min(seconds, nextMoment());
                paid += (tasks + startingUntil.size()) * (next - now);
                now = next;
                finish();
                arrive();
                scale();
                begin();
            }
            return new Outcome(waits, paid / SECONDS_AN_HOUR);
        }

        private double nextMoment() {
            double next = Math.min(nextArrival, nextLook);
            next = busyUntil.isEmpty() ? next : Math.min(next, busyUntil.peek());
            return startingUntil.isEmpty() ? next : Math.min(next, startingUntil.peek());
        }

        private void finish() {
            while (!startingUntil.isEmpty() && startingUntil.peek() <= now) {
                startingUntil.remove();
                tasks++;
            }
            while (!busyUntil.isEmpty() && busyUntil.peek() <= now) {
                busyUntil.remove();
            }
        }

        /** Arrivals at the highest rate, of which as many count as the moment's rate says (thinning). */
        private void arrive() {
            if (nextArrival <= now) {
                if (random.nextDouble() * mostArrivals < arrivals.applyAsDouble(now)) {
                    waiting.add(now);
                }
                nextArrival = now + exponential(1 / mostArrivals);
            }
        }

        private void scale() {
            if (nextLook <= now) {
                int wanted = tasksFor.applyAsInt(waiting.size() + busyUntil.size());
                for (int asked = tasks + startingUntil.size(); asked < wanted; asked++) {
                    startingUntil.add(now + startSeconds);
                }
                int needed = Math.ceilDiv(busyUntil.size(), jobsPerTask);
                tasks = Math.max(Math.min(tasks, wanted), needed);
                nextLook = now + MINUTE;
            }
        }

        private void begin() {
            while (!waiting.isEmpty() && busyUntil.size() < tasks * jobsPerTask) {
                waits.add(now - waiting.remove());
                busyUntil.add(now + exponential(serviceSeconds));
            }
        }

        private double exponential(double mean) {
            return -mean * Math.log(1 - random.nextDouble());
        }
    }
}
