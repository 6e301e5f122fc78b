package dev.assistant.runtime.analysis.engine;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.util.List;

/** The engine as it is used, one file at a time. */
final class Engine {
    private static final SourceCodeEngine SHARED = new SourceCodeEngine(SyntaxParser.Limits.usual());

    private Engine() {}

    static Analysis analyse(Language language, String code) throws InterruptedException {
        String path = "app/File." + language.extensions().getFirst();
        return SHARED.analyse(List.of(new SourceFile(path, language, code)));
    }

    static List<Evidence> evidence(Language language, String code) throws InterruptedException {
        return analyse(language, code).evidence();
    }
}
