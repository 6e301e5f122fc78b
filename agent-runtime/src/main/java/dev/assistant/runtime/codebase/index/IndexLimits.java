package dev.assistant.runtime.codebase.index;

/**
 * How much an index may hold.
 *
 * @param characters of one file; longer ones are left out
 * @param chunks in all; the files after are left out
 * @param batch chunks that are embedded at once and held in memory meanwhile
 * @param bufferMegabytes of Lucene's own memory while it writes
 */
public record IndexLimits(int characters, int chunks, int batch, int bufferMegabytes) {
    /** About half a million lines: 10 minutes of two processors and 150 MB on disk when nothing of it was known before. */
    public static final IndexLimits STANDARD = new IndexLimits(500_000, 50_000, 64, 16);
}
