package dev.assistant.review;

import dev.assistant.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that its owner may put into the store, and then have reviewed once.
 *
 * @param fileName a relative path; its ending says whether it is an archive
 * @param size exactly how many bytes it has
 * @param sha256 of the bytes, in lower case hexadecimal
 * @param expiresAt until when it may be put there, and used
 */
public record Upload(
        UploadId id,
        UserId owner,
        String fileName,
        long size,
        Optional<String> sha256,
        Instant createdAt,
        Instant expiresAt) {
    public static final long LARGEST_FILE_BYTES = SubmissionRules.LARGEST_FILE_BYTES;
    public static final int MOST_FILES = SubmissionRules.MOST_FILES;
    public static final long LARGEST_ARCHIVE_BYTES = 100L * 1024 * 1024;

    /** Long enough for a slow line, short enough that a leaked address is soon worth nothing. */
    static final Duration LIFETIME = Duration.ofHours(1);

    /** What an upload is, by its name. */
    public enum Format {
        FILE,
        ZIP,
        TAR_GZ
    }

    /** The format that the name says. */
    public Format format() {
        return formatOf(fileName);
    }

    static Format formatOf(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".zip")) {
            return Format.ZIP;
        }
        return name.endsWith(".tar.gz") || name.endsWith(".tgz") ? Format.TAR_GZ : Format.FILE;
    }

    /** The checksum's bytes. */
    public Optional<byte[]> checksum() {
        return sha256.map(HexFormat.of()::parseHex);
    }
}
