package dev.assistant.runtime.upload;

import dev.assistant.review.FilePaths;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides entry by entry whether an archive is one that can be taken, and counts what comes out of it. Not thread-safe. */
final class Admission {
    private final ArchiveLimits limits;
    private final long packedBytes;
    private final Set<String> paths = new HashSet<>();
    private int files;
    private long unpackedBytes;

    /** @param packedBytes of the whole archive */
    Admission(ArchiveLimits limits, long packedBytes) {
        this.limits = limits;
        this.packedBytes = packedBytes;
    }

    /** What an archive says that an entry is. */
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    /**
     * The path of a file or link; empty for a folder.
     *
     * @throws RefusedUpload when the entry may not be in an archive
     */
    Optional<String> admit(String name, Kind kind, boolean encrypted) {
        if (encrypted) {
            throw new RefusedUpload("The archive is encrypted. Pack it without a password.");
        }
        if (kind == Kind.OTHER) {
            throw new RefusedUpload("The archive holds something that is no file: " + shown(name) + ". Leave it out.");
        }
        String path = relative(name);
        if (kind == Kind.FOLDER) {
            requireSafe(name, path.isEmpty() ? "." : path.replaceFirst("/+$", ""));
            return Optional.empty();
        }
        if (++files > limits.files()) {
            throw new RefusedUpload("The archive holds more than %,d files. Leave out what need not be reviewed."
                    .formatted(limits.files()));
        }
        requireSafe(name, path);
        if (!paths.add(folded(path))) {
            throw new RefusedUpload("The archive holds a path twice: " + shown(name)
                    + ". Names that differ only in case" + " are the same on many systems.");
        }
        return Optional.of(path);
    }

    private static String relative(String name) {
        return name.startsWith("./") ? name.substring(2) : name;
    }

    private void requireSafe(String name, String path) {
        Optional<String> complaint = path.equals(".") ? Optional.empty() : FilePaths.complaint(path);
        if (complaint.isPresent()) {
            throw new RefusedUpload(
                    "The archive holds a path that cannot be used: " + shown(name) + ". " + complaint.get());
        }
        if (path.chars().filter(c -> c == '/').count() > limits.depth()) {
            throw new RefusedUpload("The archive holds more than " + limits.depth() + " folders in each other.");
        }
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String shown(String name) {
        String safe = name.replaceAll("\\p{Cntrl}", "?");
        return safe.length() > 100 ? safe.substring(0, 100) + "…" : safe;
    }

    /** The bytes as they come out, counted. */
    InputStream counted(InputStream bytes) {
        return new CountedStream(bytes, this::unpacked);
    }

    private void unpacked(long more) throws IOException {
        unpackedBytes += more;
        boolean isBomb = unpackedBytes > limits.ratioFrom() && unpackedBytes / limits.ratio() > packedBytes;
        if (isBomb || unpackedBytes > limits.unpackedBytes()) {
            throw new RefusedUpload(
                    "The archive unpacks to far more than it seems (over %,d MB). Leave out what need not be reviewed."
                            .formatted(unpackedBytes >> 20));
        }
    }
}
