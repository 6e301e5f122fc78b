package dev.assistant.adapters.json;

import dev.assistant.review.QualityGate;
import dev.assistant.review.QualityGate.Limit;
import dev.assistant.review.QualityGate.Metric;
import java.util.List;
import java.util.Optional;

/** A quality gate, as it is stored and answered. Grows only by optional fields. */
public record QualityGateDocument(List<ConditionDocument> conditions) {

    public static QualityGateDocument of(QualityGate gate) {
        return new QualityGateDocument(
                gate.limits().stream().map(ConditionDocument::of).toList());
    }

    /** Empty for the product's own gate: who says nothing else shall follow it when it changes. */
    public static Optional<QualityGateDocument> unlessDefault(QualityGate gate) {
        return gate.equals(QualityGate.DEFAULT) ? Optional.empty() : Optional.of(of(gate));
    }

    public static QualityGateDocument read(String json) {
        return WireJson.MAPPER.readValue(json, QualityGateDocument.class);
    }

    public String write() {
        return WireJson.MAPPER.writeValueAsString(this);
    }

    public QualityGate toGate() {
        return new QualityGate(
                conditions.stream().map(ConditionDocument::toLimit).toList());
    }

    /** What has to hold, on the wire. The operator is for readers: it follows from the metric. */
    public record ConditionDocument(String metric, String operator, int threshold) {
        static ConditionDocument of(Limit limit) {
            return new ConditionDocument(limit.metric().id(), limit.metric().operator(), limit.threshold());
        }

        Limit toLimit() {
            return new Limit(WireNames.constant(Metric.class, metric), threshold);
        }
    }
}
