package dev.assistant.runtime.analysis.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text that Python code puts together, taken apart: what is written in the code, and which expressions it takes in.
 *
 * @param words the literal parts, with a space where a value goes
 * @param values the expressions, in the order of the text
 * @param places where parts are put together, besides the expression itself
 */
record BuiltText(String words, List<Node> values, List<Node> places) {
    private static final BuiltText NONE = new BuiltText("", List.of(), List.of());

    /** Deeper expressions are not followed. */
    private static final int FAR_ENOUGH = 40;

    BuiltText {
        values = List.copyOf(values);
        places = List.copyOf(places);
    }

    /** Takes the expression apart, names included; empty when it holds no literal text. */
    static Optional<BuiltText> of(PythonFile file, Node expression) {
        return new Reader(file, expression)
                .read(expression, 0)
                .filter(text -> !text.words().isBlank());
    }

    private BuiltText and(BuiltText other) {
        List<Node> allValues = new ArrayList<>(values);
        allValues.addAll(other.values);
        List<Node> allPlaces = new ArrayList<>(places);
        allPlaces.addAll(other.places);
        return new BuiltText(words + other.words, allValues, allPlaces);
    }

    /**
     * Reads expressions as they are at one place in the code; each assignment once, so that names defined by each other come to an
     * end.
     */
    private static final class Reader {
        private final Set<Node> followed = new HashSet<>();
        private final PythonFile file;
        private final Node place;

        private Reader(PythonFile file, Node place) {
            this.file = file;
            this.place = place;
        }

        /** The text; empty when the expression is no text as far as can be seen. */
        private Optional<BuiltText> read(Node node, int depth) {
            if (depth > FAR_ENOUGH) {
                return Optional.empty();
            }
            return switch (node.type()) {
                case "string" -> Optional.of(literal(node));
                case "concatenated_string" -> all(node.children(), depth);
                case "parenthesized_expression", "conditional_expression" -> any(node.children(), depth);
                case "binary_operator" -> operator(node, depth);
                case "call" -> format(node, depth);
                case "identifier" -> named(node, depth);
                default -> Optional.empty();
            };
        }

        private BuiltText literal(Node string) {
            StringBuilder words = new StringBuilder();
            List<Node> values = new ArrayList<>();
            for (Node part : string.children()) {
                if (part.is("interpolation")) {
                    part.field("expression").ifPresent(values::add);
                    words.append(' ');
                } else if (part.is("string_content")) {
                    words.append(part.text());
                }
            }
            return new BuiltText(words.toString(), values, List.of());
        }

        private Optional<BuiltText> operator(Node node, int depth) {
            Optional<Node> left = node.field("left");
            Optional<Node> right = node.field("right");
            String operator = node.field("operator").map(Node::text).orElse("");
            if (left.isEmpty() || right.isEmpty()) {
                return Optional.empty();
            }
            if (operator.equals("%")) {
                return read(left.get(), depth + 1).map(text -> text.and(values(arguments(right.get()))));
            }
            if (!operator.equals("+")) {
                return Optional.empty();
            }
            Optional<BuiltText> before = read(left.get(), depth + 1);
            Optional<BuiltText> after = read(right.get(), depth + 1);
            if (before.isEmpty() && after.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(before.orElseGet(() -> values(List.of(left.get())))
                    .and(after.orElseGet(() -> values(List.of(right.get())))));
        }

        /** Of calls, {@code "…".format(…)} and those that only wrap a text. */
        private Optional<BuiltText> format(Node call, int depth) {
            Optional<Node> function = call.field("function");
            List<Node> arguments = call.field("arguments").map(Node::children).orElse(List.of());
            Optional<Node> owner = function.flatMap(callee -> callee.field("object"));
            String name = function.map(callee -> callee.field("attribute").orElse(callee))
                    .map(Node::text)
                    .orElse("");
            if (name.equals("format") && owner.isPresent()) {
                return read(owner.get(), depth + 1)
                        .map(text -> text.and(values(arguments.stream()
                                .map(argument -> argument.field("value").orElse(argument))
                                .toList())));
            }
            boolean keepsText = List.of("strip", "lower", "upper", "rstrip", "dedent", "text", "SQL")
                    .contains(name);
            if (keepsText && arguments.isEmpty() && owner.isPresent()) {
                return read(owner.get(), depth + 1);
            }
            return keepsText && !arguments.isEmpty() ? read(arguments.getFirst(), depth + 1) : Optional.empty();
        }

        private Optional<BuiltText> named(Node name, int depth) {
            List<Node> meanings = Scope.of(file, place).meanings(name.text(), place).stream()
                    .filter(followed::add)
                    .toList();
            return meanings.isEmpty()
                    ? Optional.empty()
                    : all(meanings, depth).map(text -> text.and(new BuiltText("", List.of(), meanings)));
        }

        /** Parts that follow each other; those that are no text are values. */
        private Optional<BuiltText> all(List<Node> parts, int depth) {
            Optional<BuiltText> together = Optional.empty();
            List<Node> others = new ArrayList<>();
            for (Node part : parts) {
                Optional<BuiltText> text = read(part, depth + 1);
                if (text.isPresent()) {
                    together = Optional.of(together.orElse(NONE).and(text.get()));
                } else {
                    others.add(part);
                }
            }
            return together.map(text -> text.and(values(others)));
        }

        /** Parts of which one is it. */
        private Optional<BuiltText> any(List<Node> parts, int depth) {
            return parts.stream()
                    .flatMap(part -> read(part, depth + 1).stream())
                    .reduce(BuiltText::and);
        }

        private static BuiltText values(List<Node> values) {
            return new BuiltText(" ", values, List.of());
        }

        private static List<Node> arguments(Node right) {
            return switch (right.type()) {
                case "tuple", "list" -> right.children();
                case "parenthesized_expression" -> right.children();
                case "dictionary" ->
                    right.children().stream()
                            .map(pair -> pair.field("value").orElse(pair))
                            .toList();
                default -> List.of(right);
            };
        }
    }
}
