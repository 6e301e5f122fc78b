package dev.assistant.infrastructure.capacity;

import dev.assistant.infrastructure.capacity.ScalingSimulation.Outcome;
import java.io.PrintStream;
import java.util.Locale;

/** Prints what 1,000, 100,000 and 10,000,000 reviews a month ask for, and a simulated day with the scaling of the agents stack. */
public final class CapacityReport {
    private static final long[] LOADS = {1_000, 100_000, 10_000_000};
    private static final double DAY = 24 * 3600.0;

    /** From asking for a Fargate task until it takes jobs. */
    private static final double START_SECONDS = 75;

    private CapacityReport() {}

    public static void main(String[] arguments) {
        print("with agents", Assumptions.AGENTS, System.out);
        print("deterministic", Assumptions.DETERMINISTIC, System.out);
    }

    private static void print(String what, Assumptions each, PrintStream out) {
        out.printf("%n%s%n", what);
        out.printf(
                "%12s %10s %10s %9s %12s %10s %12s %11s %12s %14s%n",
                "reviews",
                "tasks",
                "at peak",
                "p95 wait",
                "connections",
                "writes/s",
                "tokens/min",
                "infra USD",
                "models USD",
                "simulated p95");
        for (long load : LOADS) {
            Plan plan = Plan.of(load, each, Prices.LIST);
            out.printf(
                    Locale.ROOT,
                    "%,12d %10.2f %,10d %8.1fs %,12d %,10.1f %,12.0f %,11.0f %,12.0f %13.1fs%n",
                    load,
                    plan.tasksMean(),
                    plan.tasksPeak(),
                    plan.waitPeak(),
                    plan.connectionsPeak(),
                    plan.eventWritesPeak(),
                    plan.tokensPerMinutePeak(),
                    plan.usdInfrastructure(),
                    plan.usdModels(),
                    simulated(load, each, plan).waitOf(0.95));
        }
    }

    /** A day whose rate swells from a tenth of the mean at night to the peak at noon, from no task at all. */
    static Outcome simulated(long reviews, Assumptions each, Plan plan) {
        double mean = reviews / (30 * DAY);
        double peak = mean * each.peak();
        return new ScalingSimulation(
                        each.seconds(),
                        each.jobsPerTask(),
                        START_SECONDS,
                        jobs -> steps(jobs, each.jobsPerTask(), plan))
                .run(
                        DAY,
                        second -> mean / 10 + (peak - mean / 10) * Math.pow(Math.sin(Math.PI * second / DAY), 8),
                        peak,
                        1);
    }

    /** The steps of the agents stack: each has the tasks for its upper end, and they double. */
    private static int steps(int jobs, int jobsPerTask, Plan plan) {
        if (jobs == 0) {
            return 0;
        }
        int tasks = 1;
        while (tasks * jobsPerTask < jobs) {
            tasks *= 2;
        }
        return Math.min(tasks, 2 * plan.tasksPeak());
    }
}
