package dev.assistant.runtime.analysis.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One node of a {@link SyntaxTree}.
 *
 * @param index its place in document order
 */
public record SyntaxNode(SyntaxTree tree, int index) {
    /** The grammar's name for this kind of node, such as {@code call}; a keyword or sign stands for itself. */
    public String type() {
        return tree.type(index);
    }

    /** Whether it is of one of these kinds. */
    public boolean is(String... types) {
        String own = type();
        for (String type : types) {
            if (own.equals(type)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a construct and not a keyword or sign. */
    public boolean isNamed() {
        return tree.isNamed(index);
    }

    /** Whether it is a comment. */
    public boolean isComment() {
        return is("comment", "line_comment", "block_comment");
    }

    /** The role that it plays in its parent, such as {@code left}; empty when it has none. */
    public String field() {
        return tree.field(index);
    }

    public Span span() {
        return tree.span(index);
    }

    public String text() {
        return tree.source().slice(span());
    }

    /** All children, keywords, signs and comments included. */
    public List<SyntaxNode> children() {
        List<SyntaxNode> children = new ArrayList<>();
        for (int child = tree.firstChild(index); child != SyntaxTree.NONE; child = tree.nextSibling(child)) {
            children.add(new SyntaxNode(tree, child));
        }
        return children;
    }

    /** The children that are constructs, comments left out. */
    public List<SyntaxNode> parts() {
        List<SyntaxNode> parts = new ArrayList<>();
        for (int child = tree.firstChild(index); child != SyntaxTree.NONE; child = tree.nextSibling(child)) {
            SyntaxNode node = new SyntaxNode(tree, child);
            if (node.isNamed() && !node.isComment()) {
                parts.add(node);
            }
        }
        return parts;
    }

    /** The children with a role. */
    public List<SyntaxNode> all(String field) {
        List<SyntaxNode> found = new ArrayList<>();
        for (int child = tree.firstChild(index); child != SyntaxTree.NONE; child = tree.nextSibling(child)) {
            if (tree.field(child).equals(field) && !new SyntaxNode(tree, child).isComment()) {
                found.add(new SyntaxNode(tree, child));
            }
        }
        return found;
    }

    /** The first child with a role. */
    public Optional<SyntaxNode> child(String field) {
        for (int child = tree.firstChild(index); child != SyntaxTree.NONE; child = tree.nextSibling(child)) {
            if (tree.field(child).equals(field)) {
                return Optional.of(new SyntaxNode(tree, child));
            }
        }
        return Optional.empty();
    }

    /** The first child of one of these kinds. */
    public Optional<SyntaxNode> first(String... types) {
        for (int child = tree.firstChild(index); child != SyntaxTree.NONE; child = tree.nextSibling(child)) {
            SyntaxNode node = new SyntaxNode(tree, child);
            if (node.is(types)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /** Whether there is a child of one of these kinds. */
    public boolean has(String... types) {
        return first(types).isPresent();
    }

    public Optional<SyntaxNode> parent() {
        int parent = tree.parent(index);
        return parent == SyntaxTree.NONE ? Optional.empty() : Optional.of(new SyntaxNode(tree, parent));
    }

    @Override
    public String toString() {
        return type() + "@" + span().start() + ".." + span().end();
    }
}
