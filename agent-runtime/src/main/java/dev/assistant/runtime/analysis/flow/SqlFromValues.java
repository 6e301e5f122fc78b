package dev.assistant.runtime.analysis.flow;

import dev.assistant.review.Category;
import dev.assistant.review.Evidence;
import dev.assistant.review.RelatedLocation;
import dev.assistant.review.Severity;
import dev.assistant.review.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds SQL statements that are put together from values and then executed (CWE-89): by {@code +}, {@code %}, {@code format} or
 * an f-string, on the spot or in a variable before. Values that cannot carry SQL, such as numbers, constants and lists of
 * placeholders, and values that were checked against a list are left alone.
 */
final class SqlFromValues {
    static final String RULE = "flow:python-sql-from-values";

    private static final Set<String> EXECUTING = Set.of(
            "execute",
            "executemany",
            "executescript",
            "raw",
            "read_sql",
            "read_sql_query",
            "exec_driver_sql",
            "fetch",
            "fetchrow",
            "fetchval",
            "RawSQL");

    private static final Set<String> STATEMENT_NAMES = Set.of("sql", "query", "statement", "operation", "stmt");

    private static final Pattern SQL = Pattern.compile(
            "(?is)^\\W*(select\\b.*\\bfrom\\b|insert\\s+(or\\s+\\w+\\s+)?into\\b|replace\\s+into\\b|update\\b.*\\bset\\b|delete\\s+from\\b"
                    + "|merge\\s+into\\b|with\\b.*\\bas\\b.*\\bselect\\b|(create|drop|alter|truncate)\\s+(temp\\w*\\s+)?"
                    + "(table|database|schema|view|index|user|role)\\b|(call|exec|grant|revoke|pragma|select)\\b).*");

    private static final String REMEDY = """
            Write a placeholder where the value goes and pass the value separately, so that it can only ever be a value: \
            `cursor.execute("SELECT * FROM users WHERE id = %s", (user_id,))`; sqlite3 writes `?` instead of `%s`. \
            Names of tables and columns cannot be passed: choose them from a fixed list.""";

    /** How much of a statement is read to tell that it is one; in characters. */
    private static final int INSPECTED = 2_000;

    private static final int SHOWN = 3;
    private static final int LONGEST_SHOWN = 40;

    private final PythonFile file;

    SqlFromValues(PythonFile file) {
        this.file = file;
    }

    List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        for (Node call : file.calls()) {
            statement(call).flatMap(statement -> judge(call, statement)).ifPresent(evidence::add);
        }
        return evidence;
    }

    /** What is executed; empty when the call executes nothing. */
    private Optional<Node> statement(Node call) {
        boolean executes = call.field("function")
                .map(callee -> callee.field("attribute").orElse(callee))
                .map(Node::text)
                .filter(EXECUTING::contains)
                .isPresent();
        if (!executes) {
            return Optional.empty();
        }
        List<Node> arguments = call.field("arguments").map(Node::children).orElse(List.of());
        return arguments.stream()
                .filter(argument -> argument.is("keyword_argument"))
                .filter(argument -> argument.field("name")
                        .map(Node::text)
                        .filter(STATEMENT_NAMES::contains)
                        .isPresent())
                .findFirst()
                .flatMap(argument -> argument.field("value"))
                .or(() -> arguments.stream()
                        .filter(argument -> !argument.is("comment"))
                        .findFirst());
    }

    private Optional<Evidence> judge(Node call, Node statement) {
        Optional<BuiltText> built = BuiltText.of(file, statement)
                .filter(text -> !text.values().isEmpty())
                .filter(text -> SQL.matcher(beginning(text.words())).matches());
        if (built.isEmpty()) {
            return Optional.empty();
        }
        List<Node> carriers = built.get().values().stream()
                .filter(value -> Origin.of(file, value, statement) != Origin.FIXED)
                .toList();
        Origin worst = carriers.stream()
                .map(value -> Origin.of(file, value, statement))
                .reduce(Origin.FIXED, Origin::or);
        return worst == Origin.FIXED
                ? Optional.empty()
                : Optional.of(evidence(
                        call, carriers, worst, related(call, built.get().places())));
    }

    private Evidence evidence(Node call, List<Node> carriers, Origin worst, List<RelatedLocation> related) {
        String names = carriers.stream()
                .map(Node::text)
                .distinct()
                .limit(SHOWN)
                .map(SqlFromValues::shown)
                .collect(Collectors.joining(", "));
        String message = "This SQL statement is put together from %s: %s can change what it does (SQL injection)."
                .formatted(names, worst == Origin.OUTSIDE ? "whoever sends that" : "whoever controls that");
        return new Evidence(
                "flow",
                RULE,
                severity(worst),
                Category.SECURITY,
                file.path(),
                file.range(call),
                message,
                Optional.of(REMEDY),
                Optional.empty(),
                List.of("CWE-89"),
                confidence(worst),
                related);
    }

    private List<RelatedLocation> related(Node call, List<Node> places) {
        TextRange executed = file.range(call);
        return places.stream()
                .map(file::range)
                .filter(range -> !range.sharesLineWith(executed))
                .distinct()
                .sorted()
                .map(range -> new RelatedLocation(file.path(), range, "The statement is put together here"))
                .toList();
    }

    private static Severity severity(Origin worst) {
        return switch (worst) {
            case OUTSIDE -> Severity.CRITICAL;
            case UNKNOWN -> Severity.HIGH;
            case STATE, FIXED -> Severity.MEDIUM;
        };
    }

    private static double confidence(Origin worst) {
        return switch (worst) {
            case OUTSIDE -> 0.85;
            case UNKNOWN -> 0.6;
            case STATE, FIXED -> 0.4;
        };
    }

    /** The pattern looks twice at each word, which would be long for megabytes (CWE-1333). */
    private static String beginning(String words) {
        return words.length() > INSPECTED ? words.substring(0, INSPECTED) : words;
    }

    private static String shown(String expression) {
        String line = expression.replaceAll("\\s+", " ");
        return "`" + (line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line) + "`";
    }
}
