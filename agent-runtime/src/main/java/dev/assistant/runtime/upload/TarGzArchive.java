package dev.assistant.runtime.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** A gzipped tar file, read as a stream. Not thread-safe. */
final class TarGzArchive implements Archive {
    private final Path file;
    private final ArchiveLimits limits;
    private final boolean isInFolder;
    private long headerLeft;

    TarGzArchive(Path file, ArchiveLimits limits) {
        this(file, limits, false);
    }

    private TarGzArchive(Path file, ArchiveLimits limits, boolean isInFolder) {
        this.file = file;
        this.limits = limits;
        this.isInFolder = isInFolder;
    }

    /** A repository's tarball, in which one folder holds everything. */
    static TarGzArchive ofRepository(Path file, ArchiveLimits limits) {
        return new TarGzArchive(file, limits, true);
    }

    @Override
    public void forEach(Taker taker) throws IOException {
        Admission admission = new Admission(limits, Files.size(file));
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
                InputStream unpacked = admission.counted(GzipCompressorInputStream.builder()
                        .setInputStream(packed)
                        .setDecompressConcatenated(true)
                        .get());
                TarArchiveInputStream tar = new TarArchiveInputStream(new CountedStream(unpacked, this::header))) {
            TarArchiveEntry entry = next(tar);
            while (entry != null) {
                Optional<String> path = admitted(entry, admission);
                if (path.isPresent() && kind(entry) == Admission.Kind.LINK) {
                    taker.passOver(path.get());
                } else if (path.isPresent()) {
                    taker.take(path.get(), tar);
                }
                // What was not read is skipped here, and not while the next header is looked for.
                tar.transferTo(java.io.OutputStream.nullOutputStream());
                entry = next(tar);
            }
        }
    }

    private Optional<String> admitted(TarArchiveEntry entry, Admission admission) {
        String name = entry.getName();
        String path = isInFolder ? name.substring(name.indexOf('/') + 1) : name;
        return path.isEmpty() ? Optional.empty() : admission.admit(path, kind(entry), false);
    }

    /** Long names and attributes are read into memory before anybody sees them: so they have a limit of their own. */
    private org.apache.commons.compress.archivers.tar.@org.jspecify.annotations.Nullable TarArchiveEntry next(
            TarArchiveInputStream tar) throws IOException {
        headerLeft = limits.headerBytes() / 8;
        TarArchiveEntry entry = tar.getNextEntry();
        headerLeft = Long.MAX_VALUE;
        return entry;
    }

    private void header(long bytes) {
        headerLeft -= bytes;
        if (headerLeft < 0) {
            throw new RefusedUpload("The archive describes its files with too many words. Pack it as a plain tar.gz.");
        }
    }

    private static Admission.Kind kind(TarArchiveEntry entry) {
        if (entry.isSymbolicLink() || entry.isLink()) {
            return Admission.Kind.LINK;
        }
        if (entry.isDirectory()) {
            return Admission.Kind.FOLDER;
        }
        return entry.isFile() && !entry.isSparse() && !isDevice(entry) ? Admission.Kind.FILE : Admission.Kind.OTHER;
    }

    private static boolean isDevice(TarArchiveEntry entry) {
        return entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO();
    }
}
