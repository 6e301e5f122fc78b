package dev.assistant.infrastructure.constructs;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.YAxisProps;

/** Metrics by name, and graphs of them. */
final class Figures {
    private static final String OWN = "DevelopmentAssistant";
    private static final int WIDTH = 12;

    private Figures() {}

    /** One that the functions and the worker write to their logs (SPEC section 8). */
    static Metric own(String name, String statistic) {
        return metric(OWN, name, statistic, Map.of());
    }

    static Metric metric(String namespace, String name, String statistic, Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic(statistic)
                .period(Duration.minutes(1))
                .build();
    }

    /** A line for each value of a dimension of one of our own metrics. */
    static IMetric each(String dimension, String name, String statistic) {
        return MathExpression.Builder.create()
                .expression("SEARCH('{%s,%s} MetricName=\"%s\"', '%s')".formatted(OWN, dimension, name, statistic))
                .usingMetrics(Map.of())
                .label("")
                .period(Duration.minutes(1))
                .build();
    }

    static IMetric expression(String label, String expression, Map<String, IMetric> metrics) {
        return MathExpression.Builder.create()
                .expression(expression)
                .usingMetrics(metrics)
                .label(label)
                .period(Duration.minutes(1))
                .build();
    }

    /** @param unit what the axis counts, such as {@code seconds} */
    static IWidget graph(String title, String unit, IMetric... metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .width(WIDTH)
                .left(List.of(metrics))
                .leftYAxis(
                        YAxisProps.builder().label(unit).showUnits(false).min(0).build())
                .build();
    }
}
