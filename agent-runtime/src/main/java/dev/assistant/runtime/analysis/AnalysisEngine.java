package dev.assistant.runtime.analysis;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Reach;
import dev.assistant.review.SourceFile;
import java.util.List;

/** A deterministic analyser. Thread-safe: calls at the same time may wait for each other. */
public interface AnalysisEngine extends AutoCloseable {
    /** The name that findings give as their source, such as {@code sonar}; see {@link Evidence#engine()}. */
    String name();

    /** How deep it looks into files of the language. */
    Reach reach(Language language);

    /** Begins to load what the first analysis would otherwise wait for, and returns at once. */
    void warmUp();

    /**
     * Analyses files together, as one project. Files that it does not reach are ignored; a file that it could not read costs
     * only itself.
     *
     * @throws InterruptedException when the calling thread was interrupted; thrown within a second of that
     */
    Analysis analyse(List<SourceFile> files) throws InterruptedException;

    @Override
    void close();

    /**
     * What came of an analysis.
     *
     * @param unread files that it reaches but could not read to the end
     */
    record Analysis(List<Evidence> evidence, List<UnreadFile> unread) {
        public Analysis {
            evidence = List.copyOf(evidence);
            unread = List.copyOf(unread);
        }
    }

    /**
     * A file that an analyser failed on.
     *
     * @param reason in words for the submitter, such as {@code the analysis took longer than 20 seconds}
     */
    record UnreadFile(String path, String reason) {}
}
