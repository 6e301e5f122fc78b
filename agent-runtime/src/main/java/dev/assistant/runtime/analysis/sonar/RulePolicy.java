package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.Category;
import dev.assistant.review.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rules are applied and what their findings are worth. People stop reading a review that is noisy, so a rule about the
 * code's condition is off unless the file {@code rule-policy.properties} lists it, and none of them is more than medium.
 *
 * <table>
 *   <caption>From the makers' words to the product's</caption>
 *   <tr><th>kind</th><th>blocker, critical, major, minor, info</th><th>confidence</th></tr>
 *   <tr><td>vulnerability</td><td>critical, high, medium, low, info</td><td>0.8</td></tr>
 *   <tr><td>hotspot (a person must judge)</td><td>one step milder</td><td>0.4</td></tr>
 *   <tr><td>bug</td><td>high, high, medium, low, info</td><td>0.7</td></tr>
 *   <tr><td>code smell</td><td>medium, medium, low, info, info</td><td>0.6</td></tr>
 * </table>
 *
 * <p>Immutable.
 */
final class RulePolicy {
    private static final String FILE = "rule-policy.properties";

    private final Map<String, Line> lines;

    private RulePolicy(Map<String, Line> lines) {
        this.lines = Map.copyOf(lines);
    }

    /** The product's policy. */
    static RulePolicy load() {
        Properties properties = new Properties();
        try (InputStream file = Objects.requireNonNull(RulePolicy.class.getResourceAsStream(FILE), FILE)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(properties);
    }

    /** A policy of these lines, by the rules' names. */
    static RulePolicy of(Properties properties) {
        return new RulePolicy(properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(Function.identity(), name -> Line.of(properties.getProperty(name)))));
    }

    /** The names that it has lines for. */
    Set<String> names() {
        return lines.keySet();
    }

    /**
     * What a rule's findings are worth.
     *
     * @param confidence how likely they are right, 0 to 1
     * @param fixes whether the plugin's own fixes are worth offering
     */
    record Worth(Severity severity, Category category, double confidence, boolean fixes) {}

    /** What the rule's findings are worth; empty when the rule is not applied. */
    Optional<Worth> worth(Rule rule) {
        Line line = line(rule);
        boolean isUsual = rule.isDefault() && rule.kind() != Rule.Kind.CODE_SMELL;
        if (line.has("off") || !(isUsual || line.has("on"))) {
            return Optional.empty();
        }
        return Optional.of(new Worth(
                line.severity().orElseGet(() -> severity(rule)),
                line.category().orElseGet(() -> category(rule)),
                line.confidence().orElseGet(() -> confidence(rule.kind())),
                !line.has("nofix")));
    }

    /** The most specific line wins: the rule in one repository, the rule in all, the repository. */
    private Line line(Rule rule) {
        return Stream.of(rule.key().replace(':', '.'), rule.number(), rule.repository())
                .map(lines::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Line.EMPTY);
    }

    private static Severity severity(Rule rule) {
        Severity named = switch (rule.weight()) {
            case BLOCKER -> Severity.CRITICAL;
            case CRITICAL -> Severity.HIGH;
            case MAJOR -> Severity.MEDIUM;
            case MINOR -> Severity.LOW;
            case INFO -> Severity.INFO;
        };
        return switch (rule.kind()) {
            case VULNERABILITY -> named;
            case SECURITY_HOTSPOT -> named.milder();
            case BUG -> atMost(Severity.HIGH, named);
            case CODE_SMELL -> atMost(Severity.MEDIUM, named.milder());
        };
    }

    private static Severity atMost(Severity worst, Severity severity) {
        return severity.atLeast(worst) ? worst : severity;
    }

    private static Category category(Rule rule) {
        return switch (rule.kind()) {
            case VULNERABILITY, SECURITY_HOTSPOT -> Category.SECURITY;
            case BUG -> Category.BUG;
            case CODE_SMELL ->
                rule.tags().contains("performance")
                        ? Category.PERFORMANCE
                        : rule.tags().contains("convention") ? Category.STYLE : Category.MAINTAINABILITY;
        };
    }

    private static double confidence(Rule.Kind kind) {
        return switch (kind) {
            case VULNERABILITY -> 0.8;
            case BUG -> 0.7;
            case CODE_SMELL -> 0.6;
            case SECURITY_HOTSPOT -> 0.4;
        };
    }

    /** One line of the file. An unknown word stops the start with its name. */
    private record Line(Set<String> words) {
        private static final Line EMPTY = new Line(Set.of());
        private static final Set<String> SWITCHES = Set.of("on", "off", "nofix");

        static Line of(String text) {
            Line line = new Line(Set.of(text.strip().split("\\s+")));
            Set<String> unknown = new TreeSet<>(line.words);
            unknown.removeAll(SWITCHES);
            line.severity().ifPresent(severity -> unknown.remove(severity.id()));
            line.category().ifPresent(category -> unknown.remove(category.id()));
            unknown.removeIf(Line::isNumber);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException(FILE + " has the unknown words " + unknown + ".");
            }
            return line;
        }

        boolean has(String word) {
            return words.contains(word);
        }

        Optional<Severity> severity() {
            return Stream.of(Severity.values()).filter(value -> has(value.id())).findFirst();
        }

        Optional<Category> category() {
            return Stream.of(Category.values()).filter(value -> has(value.id())).findFirst();
        }

        Optional<Double> confidence() {
            return words.stream().filter(Line::isNumber).findFirst().map(Double::valueOf);
        }

        private static boolean isNumber(String word) {
            return Character.isDigit(word.charAt(0));
        }
    }
}
