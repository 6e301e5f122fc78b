package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.sonar.bridge.AnalysisAnswer;
import java.util.Optional;

/** How it went when a plugin was given a batch. */
sealed interface Attempt {
    /**
     * The plugin came to its end.
     *
     * @param rules those that it applied, and others
     */
    record Answered(AnalysisAnswer answer, AppliedRules rules) implements Attempt {}

    /**
     * The plugin broke down or did not come to an end; what it reported is not worth having, because nobody knows which files it
     * left out.
     *
     * @param suspect the file that it was at
     * @param reason in words for the submitter
     */
    record Failed(Optional<SourceFile> suspect, String reason) implements Attempt {}
}
