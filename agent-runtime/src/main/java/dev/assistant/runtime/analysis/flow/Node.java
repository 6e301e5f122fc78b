package dev.assistant.runtime.analysis.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node of a syntax tree: a copy of tree-sitter's, without native memory behind it and with a way up. Only named nodes are kept,
 * and unnamed ones that have a field, such as operators.
 */
final class Node {
    private final String type;
    private final @Nullable String fieldName;
    private final @Nullable Node parent;
    private final String text;
    private final int start;
    private final int end;
    private final List<Node> children = new ArrayList<>();

    /**
     * @param text the whole file's
     * @param fieldName what the node is to its parent, such as {@code left}
     */
    Node(String type, @Nullable String fieldName, @Nullable Node parent, String text, int start, int end) {
        this.type = type;
        this.fieldName = fieldName;
        this.parent = parent;
        this.text = text;
        this.start = start;
        this.end = end;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    /** The grammar's name for it, such as {@code call}. */
    String type() {
        return type;
    }

    boolean is(String... types) {
        return List.of(types).contains(type);
    }

    /** What is written there. */
    String text() {
        return text.substring(start, end);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    List<Node> children() {
        return List.copyOf(children);
    }

    @Nullable
    Node parent() {
        return parent;
    }

    /** The child that is this to the node; empty when it has none. */
    Optional<Node> field(String name) {
        return children.stream().filter(child -> name.equals(child.fieldName)).findFirst();
    }

    /** The nearest node of one of the types around this one. */
    Optional<Node> around(Set<String> types) {
        for (Node at = parent; at != null; at = at.parent) {
            if (types.contains(at.type)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** This node and those below it that have one of the types, in the order of the text. Not recursive: code can be nested without end. */
    List<Node> all(Set<String> types) {
        List<Node> found = new ArrayList<>();
        Deque<Node> waiting = new ArrayDeque<>(List.of(this));
        while (!waiting.isEmpty()) {
            Node node = waiting.pop();
            if (types.contains(node.type)) {
                found.add(node);
            }
            node.children.reversed().forEach(waiting::push);
        }
        return found;
    }
}
