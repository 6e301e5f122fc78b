package dev.assistant.runtime.analysis;

import dev.assistant.runtime.analysis.engine.SourceCodeEngine;
import dev.assistant.runtime.analysis.patterns.PatternEngine;
import dev.assistant.runtime.analysis.sonar.SonarPack;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All analysers of the product. */
public final class Analysers {
    private Analysers() {}

    /**
     * Opens them; whoever does must close each.
     *
     * @param pack the folder of embedded analysers that the build makes ({@code target/analysers})
     * @param temporary a folder to write to; what is written is deleted when they are closed
     * @throws IllegalStateException when part of the pack is missing
     */
    public static List<AnalysisEngine> open(Path pack, Path temporary) {
        Stream<AnalysisEngine> own = Stream.of(
                new SourceCodeEngine(SyntaxParser.Limits.usual()), new PatternEngine(SyntaxParser.Limits.usual()));
        return Stream.concat(own, SonarPack.open(pack, temporary).stream()).toList();
    }
}
