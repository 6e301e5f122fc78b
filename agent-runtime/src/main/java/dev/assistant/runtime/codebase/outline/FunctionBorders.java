package dev.assistant.runtime.codebase.outline;

import dev.assistant.review.CutPoints;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.codebase.outline.Declaration.Kind;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Where functions and types begin, with their comments, by the file's grammar; nowhere in files that have none. What is declared
 * within a function begins nothing. Thread-safe.
 */
public final class FunctionBorders implements CutPoints {
    @Override
    public NavigableSet<Integer> of(SourceFile file) {
        return Outline.of(file).map(FunctionBorders::of).orElseGet(TreeSet::new);
    }

    private static NavigableSet<Integer> of(Outline outline) {
        NavigableSet<Integer> lines = new TreeSet<>();
        int functionEnd = -1;
        for (Declaration declaration : outline.declarations()) {
            boolean isUnit = declaration.kind() == Kind.TYPE || declaration.kind() == Kind.FUNCTION;
            if (!isUnit || declaration.whole().start() < functionEnd) {
                continue;
            }
            lines.add(outline.source().line(declaration.whole().start()));
            if (declaration.kind() == Kind.FUNCTION) {
                functionEnd = declaration.whole().end();
            }
        }
        return lines;
    }
}
