package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.applicationautoscaling.AdjustmentType;
import software.amazon.awscdk.services.applicationautoscaling.BasicStepScalingPolicyProps;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.applicationautoscaling.ScalingInterval;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.ecs.FargateService;

/**
 * As many tasks as the open jobs need: those waiting plus those being worked on, so that nothing scales in under a running job.
 * The number of tasks is set outright for each range of jobs, which also works from zero, where a backlog per task is undefined.
 */
final class BacklogScaling {
    /** CloudWatch takes at most 20 steps an alarm; with ranges that double, 20 would reach a million tasks. */
    private static final int GROWTH = 2;

    private BacklogScaling() {}

    static void of(FargateService service, WorkQueue reviews, Settings.Agents settings) {
        service.autoScaleTaskCount(EnableScalingProps.builder()
                        .minCapacity(settings.minTasks())
                        .maxCapacity(settings.maxTasks())
                        .build())
                .scaleOnMetric(
                        "OpenJobs",
                        BasicStepScalingPolicyProps.builder()
                                .metric(openJobs(reviews))
                                .adjustmentType(AdjustmentType.EXACT_CAPACITY)
                                .scalingSteps(steps(settings))
                                .cooldown(Duration.minutes(1))
                                .build());
    }

    /** Each range has the tasks for its upper end: 1 task up to {@code jobsPerTask} jobs, 2 for twice as many, then 4, 8 … */
    static List<ScalingInterval> steps(Settings.Agents settings) {
        List<ScalingInterval> steps = new ArrayList<>();
        steps.add(ScalingInterval.builder().upper(0).change(settings.minTasks()).build());
        int lower = 1;
        for (int tasks = 1; lower > 0; tasks *= GROWTH) {
            boolean last = tasks >= settings.maxTasks();
            int upper = tasks * settings.jobsPerTask() + 1;
            ScalingInterval.Builder step = ScalingInterval.builder()
                    .lower(lower)
                    .change(Math.max(settings.minTasks(), Math.min(tasks, settings.maxTasks())));
            steps.add(last ? step.build() : step.upper(upper).build());
            lower = last ? 0 : upper;
        }
        return steps;
    }

    private static IMetric openJobs(WorkQueue reviews) {
        MetricOptions everyMinute = MetricOptions.builder()
                .period(Duration.minutes(1))
                .statistic("Maximum")
                .build();
        return MathExpression.Builder.create()
                .label("open jobs")
                .expression("waiting + taken")
                .usingMetrics(new TreeMap<>(Map.of(
                        "waiting",
                        reviews.queue().metricApproximateNumberOfMessagesVisible(everyMinute),
                        "taken",
                        reviews.queue().metricApproximateNumberOfMessagesNotVisible(everyMinute))))
                .period(Duration.minutes(1))
                .build();
    }
}
