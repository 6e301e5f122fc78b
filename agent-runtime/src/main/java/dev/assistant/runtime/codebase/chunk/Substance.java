package dev.assistant.runtime.codebase.chunk;

import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.codebase.outline.Outline;
import java.util.Arrays;

/** Tells lines that are worth finding from imports, licence texts and closing brackets. */
final class Substance {
    private static final int LEAST_CHARACTERS = 16;

    private final SourceText source;

    /** By line: it holds an import or a comment outside all declarations. */
    private final boolean[] silent;

    Substance(Outline outline) {
        this.source = outline.source();
        this.silent = new boolean[source.lines() + 2];
        for (SyntaxNode node : outline.tree().root().children()) {
            if (isSilent(node)) {
                Span span = node.span();
                int last = source.line(Math.max(span.start(), span.end() - 1));
                Arrays.fill(silent, source.line(span.start()), last + 1, true);
            }
        }
    }

    boolean isIn(Windows.Window window) {
        long characters = 0;
        for (int line = window.first(); line <= window.last() && characters < LEAST_CHARACTERS; line++) {
            if (!silent[line]) {
                characters += source.lineText(line)
                        .chars()
                        .filter(Character::isLetterOrDigit)
                        .count();
            }
        }
        return characters >= LEAST_CHARACTERS;
    }

    private static boolean isSilent(SyntaxNode node) {
        return node.isComment()
                || node.type().startsWith("import")
                || node.type().startsWith("package")
                || node.is(
                        "future_import_statement",
                        "preproc_include",
                        "use_declaration",
                        "using_directive",
                        "namespace_use_declaration",
                        "php_tag");
    }
}
