package dev.assistant.runtime.codebase.chunk;

import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.codebase.outline.Declaration;
import dev.assistant.runtime.codebase.outline.Declaration.Kind;
import dev.assistant.runtime.codebase.outline.Outline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a file at its functions and types; what is longer than a window of the embedding model at the borders of statements, and
 * what has no grammar at empty lines. Every line of code is in a chunk, and in one only. Thread-safe.
 */
public final class Chunker {
    /** About 256 tokens of code, what MiniLM was trained on. */
    public static final int CHARACTERS = 800;

    private static final int SIGNATURE = 160;
    private static final int MODULE = -1;

    /** The chunks of a file in the order of their lines; none when it holds no code. */
    public List<Chunk> chunks(SourceFile file, Optional<Outline> outline) {
        return outline.map(known -> structured(file, known)).orElseGet(() -> plain(file));
    }

    private static List<Chunk> plain(SourceFile file) {
        SourceText source = new SourceText(file);
        List<Chunk> chunks = new ArrayList<>();
        for (Windows.Window window :
                new Windows(source, Borders.atEmptyLines(source)).of(1, source.lines(), CHARACTERS)) {
            chunks.add(chunk(file, "text", "", "", source, window));
        }
        return chunks;
    }

    private static List<Chunk> structured(SourceFile file, Outline outline) {
        SourceText source = outline.source();
        Windows windows = new Windows(source, Borders.atStatements(outline));
        Substance substance = new Substance(outline);
        int[] owners = owners(outline);
        List<Chunk> chunks = new ArrayList<>();
        int first = 1;
        for (int line = 2; line <= source.lines() + 1; line++) {
            if (line > source.lines() || owners[line] != owners[first]) {
                chunks.addAll(of(file, outline, owners[first], windows, substance, first, line - 1));
                first = line;
            }
        }
        return chunks;
    }

    /** By line: the innermost type or outermost function in it that the line belongs to. */
    private static int[] owners(Outline outline) {
        SourceText source = outline.source();
        int[] owners = new int[source.lines() + 2];
        Arrays.fill(owners, MODULE);
        int functionEnd = -1;
        List<Declaration> declarations = outline.declarations();
        for (int i = 0; i < declarations.size(); i++) {
            Declaration declaration = declarations.get(i);
            boolean isUnit = declaration.kind() == Kind.TYPE || declaration.kind() == Kind.FUNCTION;
            if (!isUnit || declaration.whole().start() < functionEnd) {
                continue;
            }
            int first = source.line(declaration.whole().start());
            int last = source.line(
                    Math.max(declaration.whole().start(), declaration.whole().end() - 1));
            Arrays.fill(owners, first, last + 1, i);
            if (declaration.kind() == Kind.FUNCTION) {
                functionEnd = declaration.whole().end();
            }
        }
        return owners;
    }

    private static List<Chunk> of(
            SourceFile file, Outline outline, int owner, Windows windows, Substance substance, int first, int last) {
        if (owner == MODULE) {
            return windows.of(first, last, CHARACTERS).stream()
                    .filter(substance::isIn)
                    .map(window -> chunk(file, "module", "", "", outline.source(), window))
                    .toList();
        }
        Declaration declaration = outline.declarations().get(owner);
        String enclosing = String.join(".", declaration.enclosing());
        String signature = (enclosing.isEmpty() ? "" : enclosing + ": ") + outline.signature(declaration, SIGNATURE);
        int head = outline.source().line(declaration.head().start());
        List<Chunk> chunks = new ArrayList<>();
        for (Windows.Window window : windows.of(first, last, CHARACTERS - Math.min(signature.length(), SIGNATURE))) {
            boolean holdsHead = window.first() <= head && head <= window.last();
            if (holdsHead || substance.isIn(window)) {
                String context = holdsHead ? enclosing : signature;
                chunks.add(chunk(
                        file, declaration.kind().id(), declaration.qualifiedName(), context, outline.source(), window));
            }
        }
        return chunks;
    }

    private static Chunk chunk(
            SourceFile file, String kind, String name, String context, SourceText source, Windows.Window window) {
        return new Chunk(
                file.path(), file.language(), kind, name, context, window.first(), window.last(), window.text(source));
    }
}
