package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.SourceFile;
import java.util.Locale;

/** The paths that files have for the engine. */
final class EnginePath {
    private EnginePath() {}

    /** The file's path, with the ending that plugins expect of the language where it has another or none. */
    static String of(SourceFile file) {
        String path = file.path().toLowerCase(Locale.ROOT);
        boolean expected = file.language().extensions().stream().anyMatch(extension -> path.endsWith("." + extension));
        return expected
                ? file.path()
                : file.path() + "." + file.language().extensions().getFirst();
    }
}
