package dev.assistant.runtime.analysis.patterns;

import dev.assistant.review.Fix;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the fix that a rule proposes for a place. Whether it holds is checked by whoever offers it. */
final class Rewriting {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$(?:\\.\\.\\.)?([A-Z][A-Z0-9_]*)\\b");

    private Rewriting() {}

    static Optional<Fix> of(LanguageRules.Hit hit, SyntaxTree tree) {
        return hit.rule().rewrite().map(template -> fix(hit, template, tree));
    }

    private static Fix fix(LanguageRules.Hit hit, String template, SyntaxTree tree) {
        SourceText source = tree.source();
        String code = filled(template, hit.bindings(), source);
        String indented =
                code.strip().replace("\n", "\n" + indent(source, hit.whole().start()));
        List<String> missing = hit.rule().imports().stream()
                .filter(line -> !hasLine(source.content(), line))
                .toList();
        Span span = hit.whole();
        if (!missing.isEmpty()) {
            int top = top(tree);
            String between = source.content().substring(top, Math.max(top, span.start()));
            String gap = between.startsWith("import ") || between.startsWith("from ") ? "\n" : "\n\n";
            indented = String.join("\n", missing) + gap + between + indented;
            span = new Span(Math.min(top, span.start()), span.end());
        }
        return new Fix(hit.rule().fix(), source.range(span), withLineEnds(indented, source.content()));
    }

    /** A rule's message or code with what the placeholders stand for. */
    static String filled(String template, Bindings bindings, SourceText source) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(bindings.find(found.group(1))
                        .map(bound -> source.slice(bound.span()))
                        .orElse(found.group())));
    }

    private static String indent(SourceText source, int offset) {
        String line = source.lineText(source.line(offset));
        int width = 0;
        while (width < line.length() && Character.isWhitespace(line.charAt(width))) {
            width++;
        }
        return line.substring(0, width);
    }

    private static boolean hasLine(String content, String line) {
        return content.lines().anyMatch(present -> present.strip().equals(line));
    }

    /** Where imports go: before the first statement that is no comment, documentation, package or directive. */
    private static int top(SyntaxTree tree) {
        for (SyntaxNode part : tree.root().parts()) {
            boolean documentation = part.is("expression_statement")
                    && part.parts().size() == 1
                    && part.parts().getFirst().is("string");
            if (!documentation && !part.is("future_import_statement", "package_declaration", "hash_bang_line")) {
                return part.span().start();
            }
        }
        return tree.source().content().length();
    }

    private static String withLineEnds(String code, String content) {
        return content.contains("\r\n") ? code.replace("\r\n", "\n").replace("\n", "\r\n") : code;
    }
}
