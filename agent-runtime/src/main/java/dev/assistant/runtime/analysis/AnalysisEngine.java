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

    /** Identifies what it knows and how it works: under the same version it reports the same about the same files. */
    String version();

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

    /** Like {@link #analyse(List)}, and tells of each file that is done. */
    default Analysis analyse(List<SourceFile> files, Progress progress) throws InterruptedException {
        Analysis analysis = analyse(files);
        files.forEach(file -> progress.done());
        return analysis;
    }

    /**
     * Divides the files of a submission into parts that it must get at once to find all it can, such as data that goes from
     * file to file; each part as large as memory allows. Empty when it reports the same about a file whichever others come with
     * it, so that files may be given to it in small batches.
     */
    default List<List<SourceFile>> parts(List<SourceFile> files) {
        return List.of();
    }

    /** Learns how far an analysis has come. Called by the thread that asked for the analysis. */
    interface Progress {
        /** One more file is done. */
        void done();
    }

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
     * @param lasting whether it will fail on the same file again, also when the machine is less busy
     */
    record UnreadFile(String path, String reason, boolean lasting) {
        /** A file that the next attempt may well read. */
        public UnreadFile(String path, String reason) {
            this(path, reason, false);
        }
    }
}
