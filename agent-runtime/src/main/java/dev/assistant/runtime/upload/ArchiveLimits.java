package dev.assistant.runtime.upload;

import dev.assistant.review.Upload;

/**
 * How much an archive may hold.
 *
 * @param files entries that are files
 * @param fileBytes of one file; larger ones are set aside
 * @param unpackedBytes of everything, also of what is set aside
 * @param textBytes of what is kept, since a review has all of it in memory
 * @param ratio unpacked to packed bytes, once more than {@code ratioFrom} bytes are unpacked
 * @param depth folders in each other
 * @param headerBytes between two entries: names, attributes and the directory
 */
public record ArchiveLimits(
        int files,
        long fileBytes,
        long unpackedBytes,
        long textBytes,
        int ratio,
        long ratioFrom,
        int depth,
        long headerBytes) {
    private static final long MEGABYTE = 1024 * 1024;

    /** Text packs to a tenth, seldom to a hundredth; bombs begin at a thousandth (CWE-409). */
    public static final ArchiveLimits STANDARD = new ArchiveLimits(
            Upload.MOST_FILES,
            Upload.LARGEST_FILE_BYTES,
            500 * MEGABYTE,
            64 * MEGABYTE,
            200,
            10 * MEGABYTE,
            50,
            8 * MEGABYTE);
}
