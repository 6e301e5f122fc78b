package dev.assistant.runtime.codebase;

import dev.assistant.review.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * What surrounds a line.
 *
 * @param around the innermost function or type that holds the line
 * @param imports of the file, as written
 * @param siblings what else is declared beside {@code around}, or in the file when the line stands outside everything
 * @param callees where the repository declares what {@code around} calls
 * @param usages where {@code around} is used
 */
public record CodeContext(
        SourceFile file,
        int line,
        Optional<Place> around,
        List<String> imports,
        List<Place> siblings,
        List<Place> callees,
        List<Place> usages) {
    public CodeContext {
        imports = List.copyOf(imports);
        siblings = List.copyOf(siblings);
        callees = List.copyOf(callees);
        usages = List.copyOf(usages);
    }

    static CodeContext plain(SourceFile file, int line) {
        return new CodeContext(file, line, Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }
}
