package dev.assistant.review;

import dev.assistant.failure.FieldErrors;
import dev.assistant.review.QualityGate.Limit;
import dev.assistant.review.QualityGate.Metric;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns settings as sent into settings that reviews can follow, or notes everything that is wrong with them. */
public final class SettingsRules {
    private static final int MOST_ISSUES = 1_000_000;
    private static final int HIGHEST_SCORE = 10;

    private SettingsRules() {}

    /**
     * A gate's condition as sent.
     *
     * @param operator may be left out, since each metric has only one that makes sense
     */
    public record SentCondition(String metric, Optional<String> operator, Optional<Long> threshold) {}

    /** @param field what the list is called where it was sent */
    public static QualityGate gate(List<SentCondition> sent, String field, FieldErrors errors) {
        Set<Metric> seen = EnumSet.noneOf(Metric.class);
        List<Limit> limits = new ArrayList<>();
        if (sent.size() > Metric.values().length) {
            errors.add(field, "Give each metric once.");
            return QualityGate.DEFAULT;
        }
        for (int i = 0; i < sent.size(); i++) {
            limit(sent.get(i), field + "[" + i + "]", seen, errors).ifPresent(limits::add);
        }
        return new QualityGate(limits);
    }

    private static Optional<Limit> limit(SentCondition sent, String field, Set<Metric> seen, FieldErrors errors) {
        Optional<Metric> metric = Metric.byId(sent.metric());
        if (metric.isEmpty()) {
            errors.add(field + ".metric", "There is no such metric. Use one of: " + metrics() + ".");
            return Optional.empty();
        }
        if (!seen.add(metric.get())) {
            errors.add(field + ".metric", "Another condition has this metric already. Give each metric once.");
        }
        String operator = metric.get().operator();
        if (!sent.operator().orElse(operator).equals(operator)) {
            errors.add(field + ".operator", "For " + sent.metric() + " use " + operator + ".");
        }
        int most = metric.get().isScore() ? HIGHEST_SCORE : MOST_ISSUES;
        long threshold = sent.threshold().orElse(-1L);
        if (threshold < 0 || threshold > most) {
            errors.add(field + ".threshold", "Give a whole number from 0 to " + most + ".");
            return Optional.empty();
        }
        return Optional.of(new Limit(metric.get(), (int) threshold));
    }

    private static String metrics() {
        return Stream.of(Metric.values()).map(Metric::id).collect(Collectors.joining(", "));
    }

    /** @param field what the list is called where it was sent */
    public static IgnoredPaths ignored(List<String> globs, String field, FieldErrors errors) {
        if (globs.size() > IgnoredPaths.MOST) {
            errors.add(field, "Give at most " + IgnoredPaths.MOST + " globs.");
            return IgnoredPaths.NONE;
        }
        for (int i = 0; i < globs.size(); i++) {
            errors.addIf(field + "[" + i + "]", IgnoredPaths.complaint(globs.get(i)));
        }
        return new IgnoredPaths(globs);
    }
}
