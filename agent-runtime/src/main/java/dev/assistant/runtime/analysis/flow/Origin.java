package dev.assistant.runtime.analysis.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the value of a Python expression comes from, as far as one file tells; from harmless to worst. */
enum Origin {
    /** The code itself, or a number. */
    FIXED,
    /** The object's own state, such as the name of a table. */
    STATE,
    /** A parameter, or something that nothing is known of. */
    UNKNOWN,
    /** Whoever sends a request or starts the program. */
    OUTSIDE;

    private static final Pattern SENDER =
            Pattern.compile("\\brequest\\.(args|form|values|json|data|cookies|headers|files|GET|POST"
                    + "|query_params|path_params|get_json|get_data)\\b|\\bsys\\.argv\\b|(?<![\\w.])input\\(");
    private static final Pattern CONSTANT_NAME = Pattern.compile("(\\w+\\.)*_?[A-Z][A-Z0-9_]+");
    private static final Pattern STATE_NAME = Pattern.compile("(self|cls)(\\.\\w+)+|\\w+\\.__\\w+__");

    /** Such as {@code ", ".join("?" for _ in ids)}. */
    private static final Pattern PLACEHOLDERS =
            Pattern.compile("(['\"])[ ,]*\\1\\.join\\([^'\"]*(['\"])(\\?|%s|:\\w*)\\2[^'\"]*\\)");

    /** Longer chains of assignments are not followed. */
    private static final int FAR_ENOUGH = 40;

    private static final Set<String> LITERALS = Set.of("integer", "float", "true", "false", "none");

    /** What these return cannot carry SQL. */
    private static final Set<String> HARMLESS_CALLS = Set.of(
            "int",
            "float",
            "bool",
            "len",
            "abs",
            "round",
            "hash",
            "id",
            "uuid4",
            "Identifier",
            "Literal",
            "Placeholder",
            "quote_ident",
            "quote_name",
            "escape_string");

    /** The worse of two. */
    Origin or(Origin other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The origin of an expression's value at a place in the code. */
    static Origin of(PythonFile file, Node expression, Node place) {
        return new Search(file, place).of(expression);
    }

    /** One question; each assignment is followed once, so that names defined by each other come to an end. */
    private static final class Search {
        private final Set<Node> followed = new HashSet<>();
        private final PythonFile file;
        private final Node place;
        private int depth;

        private Search(PythonFile file, Node place) {
            this.file = file;
            this.place = place;
        }

        private Origin of(Node expression) {
            String text = expression.text();
            if (LITERALS.contains(expression.type())
                    || CONSTANT_NAME.matcher(text).matches()
                    || PLACEHOLDERS.matcher(text).matches()
                    || isHarmlessCall(expression)) {
                return FIXED;
            }
            if (SENDER.matcher(text).find()) {
                return OUTSIDE;
            }
            if (STATE_NAME.matcher(text).matches()) {
                return STATE;
            }
            if (expression.is("identifier")) {
                return ofName(text);
            }
            Optional<BuiltText> built = BuiltText.of(file, expression);
            return built.isPresent() ? worst(built.get().values()) : UNKNOWN;
        }

        private Origin ofName(String name) {
            Scope scope = Scope.of(file, place);
            if (scope.isChecked(name, place)) {
                return FIXED;
            }
            List<Node> meanings = scope.meanings(name, place);
            return meanings.isEmpty() ? UNKNOWN : worst(meanings);
        }

        private Origin worst(List<Node> values) {
            List<Node> fresh = values.stream().filter(followed::add).toList();
            if (depth == FAR_ENOUGH) {
                return UNKNOWN;
            }
            depth++;
            Origin worst = fresh.stream().map(this::of).reduce(FIXED, Origin::or);
            depth--;
            return worst;
        }

        private static boolean isHarmlessCall(Node expression) {
            return expression.is("call")
                    && expression
                            .field("function")
                            .map(callee -> callee.field("attribute").orElse(callee))
                            .map(Node::text)
                            .filter(HARMLESS_CALLS::contains)
                            .isPresent();
        }
    }
}
