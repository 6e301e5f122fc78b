package dev.assistant.runtime.codebase.chunk;

import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import dev.assistant.runtime.codebase.outline.Outline;
import java.util.Arrays;
import java.util.Set;

/** How good it is to cut a text before a line: 0 is best. */
final class Borders {
    static final int WORST = Integer.MAX_VALUE;

    private static final Set<String> BLOCKS = Set.of(
            "block",
            "statement_block",
            "compound_statement",
            "function_body",
            "statements",
            "body_statement",
            "constructor_body",
            "statement_list",
            "declaration_list",
            "class_body",
            "interface_body",
            "enum_body",
            "field_declaration_list",
            "program",
            "module",
            "source_file",
            "translation_unit",
            "compilation_unit");

    private Borders() {}

    static int[] atEmptyLines(SourceText source) {
        int[] borders = new int[source.lines() + 2];
        Arrays.fill(borders, 1);
        for (int line = 2; line <= source.lines(); line++) {
            if (source.lineText(line - 1).isBlank()) {
                borders[line] = 0;
            }
        }
        return borders;
    }

    /** A statement's border is the better the less deep it stands. */
    static int[] atStatements(Outline outline) {
        SyntaxTree tree = outline.tree();
        int[] borders = new int[tree.source().lines() + 2];
        Arrays.fill(borders, WORST);
        int[] blocksAround = new int[tree.size()];
        for (int i = 1; i < tree.size(); i++) {
            int parent = tree.parent(i);
            boolean isInBlock = BLOCKS.contains(tree.type(parent));
            blocksAround[i] = blocksAround[parent] + (isInBlock ? 1 : 0);
            if (isInBlock && tree.isNamed(i)) {
                int line = tree.source().line(tree.span(i).start());
                borders[line] = Math.min(borders[line], blocksAround[i]);
            }
        }
        return borders;
    }
}
