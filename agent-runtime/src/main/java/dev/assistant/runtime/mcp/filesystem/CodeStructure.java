package dev.assistant.runtime.mcp.filesystem;

import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.codebase.outline.Declaration;
import dev.assistant.runtime.codebase.outline.Outline;
import dev.assistant.runtime.mcp.ToolFailure;
import java.util.stream.Collectors;

/** What a file declares, as a tool shows it: a line each, indented below what it belongs to. */
final class CodeStructure {
    private static final int LONGEST_SIGNATURE = 160;
    private static final int MOST = 1_000;

    private CodeStructure() {}

    static String of(SourceFile file) throws ToolFailure {
        Outline outline = Outline.of(file)
                .orElseThrow(() -> new ToolFailure(
                        "The structure of %s cannot be read: there is no grammar for %s, or it is too large."
                                .formatted(file.path(), file.language().id())));
        if (outline.declarations().isEmpty()) {
            return "[" + file.path() + " declares nothing]";
        }
        String end = outline.declarations().size() > MOST ? "\n[there are more]" : "";
        return outline.declarations().stream()
                        .limit(MOST)
                        .map(declaration -> line(outline, declaration))
                        .collect(Collectors.joining("\n"))
                + end;
    }

    private static String line(Outline outline, Declaration declaration) {
        TextRange range = outline.source().range(declaration.whole());
        return "%s%s %s, lines %d to %d: %s"
                .formatted(
                        "  ".repeat(declaration.enclosing().size()),
                        declaration.kind().id(),
                        declaration.qualifiedName(),
                        range.startLine(),
                        range.endLine(),
                        outline.signature(declaration, LONGEST_SIGNATURE));
    }
}
