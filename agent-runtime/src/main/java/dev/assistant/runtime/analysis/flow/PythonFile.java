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

/** A Python file: its tree, and an index of what is assigned and checked in which scope. Does not change. */
final class PythonFile {
    private static final Set<String> SCOPES = Set.of("function_definition", "lambda", "module");

    private final String path;
    private final Lines lines;
    private final Node root;
    private final Map<Node, Map<String, List<Node>>> assignments = new HashMap<>();
    private final Map<Node, List<Node>> checks = new HashMap<>();

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
}
