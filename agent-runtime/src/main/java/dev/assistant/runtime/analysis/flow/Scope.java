package dev.assistant.runtime.analysis.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Python function, or the module outside of all functions, and what its names can stand for. */
final class Scope {
    private static final Set<String> BLOCKS = Set.of("block", "module");

    /** Of more assignments that can hold, the first and the last ones count. */
    private static final int MOST = 20;

    private final PythonFile file;
    private final Node node;

    private Scope(PythonFile file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** The scope that a node is in. */
    static Scope of(PythonFile file, Node node) {
        return new Scope(file, file.scope(node));
    }

    /**
     * What a name can stand for at a place, looked for in this scope and then in those around it; empty when nothing is assigned
     * to it before, or it is a parameter.
     */
    List<Node> meanings(String name, Node place) {
        return file.meanings(name, place, () -> search(name, place));
    }

    /** Whether code before the place leaves when the name's value is not in some collection. */
    boolean isChecked(String name, Node place) {
        Pattern membership = Pattern.compile("\\s*" + Pattern.quote(name) + "\\s+not\\s+in\\b[\\s\\S]*");
        return file.checks(node).stream()
                .filter(check -> check.end() <= place.start() && isOnTheWay(check, place))
                .filter(check -> check.field("condition")
                        .filter(condition ->
                                membership.matcher(condition.text()).matches())
                        .isPresent())
                .anyMatch(Scope::leaves);
    }

    private List<Node> search(String name, Node place) {
        for (Scope scope = this; scope != null; scope = scope.outer()) {
            List<Node> values = scope.values(name, place);
            if (!values.isEmpty() || scope.hasParameter(name)) {
                return values;
            }
        }
        return List.of();
    }

    private @Nullable Scope outer() {
        return node.is("module") ? null : of(file, node);
    }

    private boolean hasParameter(String name) {
        return node.field("parameters").stream()
                .flatMap(parameters -> parameters.children().stream())
                .flatMap(parameter ->
                        parameter.all(Set.of("identifier")).stream().limit(1))
                .anyMatch(parameter -> parameter.text().equals(name));
    }

    /**
     * What was assigned to a name in this scope and can still be its value at the place, in the order of the text. An assignment
     * that is always made on the way to the place hides those before it; {@code +=} adds.
     */
    private List<Node> values(String name, Node place) {
        List<Node> values = new ArrayList<>();
        for (Node assignment : file.assignments(node, name)) {
            if (assignment.end() > place.start() || !file.mayGoOn()) {
                break;
            }
            if (assignment.is("assignment") && isOnTheWay(assignment, place)) {
                values.clear();
            }
            assignment.field("right").ifPresent(values::add);
        }
        if (values.size() > MOST) {
            values.subList(1, values.size() - MOST + 1).clear();
        }
        return values;
    }

    /** Whether the statement's block is around the place too. */
    private static boolean isOnTheWay(Node statement, Node place) {
        return statement
                .around(BLOCKS)
                .filter(block -> block.start() <= place.start() && place.end() <= block.end())
                .isPresent();
    }

    private static boolean leaves(Node check) {
        return check.field("consequence")
                .map(Node::children)
                .filter(statements -> !statements.isEmpty())
                .filter(statements ->
                        statements.getLast().is("raise_statement", "return_statement", "continue_statement"))
                .isPresent();
    }
}
