package dev.assistant.runtime.codebase.outline;

import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import dev.assistant.runtime.analysis.syntax.SyntaxParser.NotParsed;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.List;
import java.util.Optional;

/**
 * A file's syntax tree with what it declares, in document order. Immutable, thread-safe.
 *
 * @param tree what the declarations' spans refer to
 */
public record Outline(SyntaxTree tree, List<Declaration> declarations) {
    private static final SyntaxParser PARSER = new SyntaxParser(SyntaxParser.Limits.usual());

    public Outline {
        declarations = List.copyOf(declarations);
    }

    /** The outline of a file; empty when there is no grammar for its language or it is too large to be parsed. */
    public static Optional<Outline> of(SourceFile file) {
        if (!SyntaxParser.covers(file.language())) {
            return Optional.empty();
        }
        try {
            SyntaxTree tree = PARSER.parse(new SourceText(file));
            return Optional.of(new Outline(tree, new DeclarationReader(tree).read()));
        } catch (NotParsed tooMuch) {
            return Optional.empty();
        }
    }

    public SourceText source() {
        return tree.source();
    }

    /** The first line of a declaration's head as one line of at most {@code characters}. */
    public String signature(Declaration declaration, int characters) {
        String head = source().slice(declaration.head()).strip().replaceAll("\\s+", " ");
        return head.length() > characters ? head.substring(0, characters) + "…" : head;
    }

    /** The innermost function or type on a line. */
    public Optional<Declaration> around(int line) {
        Optional<Declaration> found = Optional.empty();
        for (Declaration declaration : declarations) {
            boolean isBody =
                    declaration.kind() == Declaration.Kind.FUNCTION || declaration.kind() == Declaration.Kind.TYPE;
            if (isBody
                    && source().line(declaration.whole().start()) <= line
                    && line
                            <= source().line(Math.max(
                                    declaration.whole().start(),
                                    declaration.whole().end() - 1))) {
                found = Optional.of(declaration);
            }
        }
        return found;
    }
}
