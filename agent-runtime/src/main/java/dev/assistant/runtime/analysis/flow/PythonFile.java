package dev.assistant.runtime.analysis.flow;

import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.analysis.AnalysedText;
import dev.assistant.runtime.analysis.Lines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A Python file: its tree, and an index of what is assigned and checked in which scope. It remembers what names were found to
 * mean, and limits how long that is searched for. For one thread.
 */
final class PythonFile {
    private static final Set<String> SCOPES = Set.of("function_definition", "lambda", "module");

    /** How many assignments are looked at for all questions about the file; enough for any that people write. */
    private static final int PATIENCE = 1_000_000;

    private final String path;
    private final Lines lines;
    private final Node root;
    private final Map<Node, Map<String, List<Node>>> assignments = new HashMap<>();
    private final Map<Node, List<Node>> checks = new HashMap<>();
    private final Map<Question, List<Node>> answers = new HashMap<>();
    private int looked;

    PythonFile(SourceFile file) {
        path = file.path();
        lines = new Lines(AnalysedText.of(file));
        root = PythonParser.parse(lines.text());
        root.all(Set.of("if_statement"))
                .forEach(node -> checks.computeIfAbsent(scope(node), key -> new ArrayList<>())
                        .add(node));
        for (Node node : root.all(Set.of("assignment", "augmented_assignment"))) {
            node.field("left")
                    .filter(left -> left.is("identifier"))
                    .ifPresent(left -> assignments
                            .computeIfAbsent(scope(node), key -> new HashMap<>())
                            .computeIfAbsent(left.text(), key -> new ArrayList<>())
                            .add(node));
        }
    }

    private record Question(String name, Node place) {}

    String path() {
        return path;
    }

    TextRange range(Node node) {
        return lines.range(node.start(), node.end());
    }

    List<Node> calls() {
        return root.all(Set.of("call"));
    }

    /** The function around a node, or the module. */
    Node scope(Node node) {
        return node.around(SCOPES).orElse(root);
    }

    /** The assignments to a name in a scope, in the order of the text. */
    List<Node> assignments(Node scope, String name) {
        return assignments.getOrDefault(scope, Map.of()).getOrDefault(name, List.of());
    }

    /** The conditional statements in a scope, in the order of the text. */
    List<Node> checks(Node scope) {
        return checks.getOrDefault(scope, List.of());
    }

    /** What a name means at a place: as found before, or by the search. */
    List<Node> meanings(String name, Node place, Supplier<List<Node>> search) {
        Question question = new Question(name, place);
        List<Node> known = answers.get(question);
        if (known == null) {
            known = search.get();
            answers.put(question, known);
        }
        return known;
    }

    /** Whether one more assignment may be looked at. */
    boolean mayGoOn() {
        return looked++ < PATIENCE;
    }
}
