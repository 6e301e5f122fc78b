package dev.assistant.runtime.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip file, read by its central directory, where links and encryption show. Not thread-safe. */
final class ZipArchive implements Archive {
    private final Path file;
    private final ArchiveLimits limits;

    ZipArchive(Path file, ArchiveLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    @Override
    public void forEach(Taker taker) throws IOException {
        try (LimitedChannel channel = new LimitedChannel(Files.newByteChannel(file), limits.headerBytes());
                ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            channel.allowAll();
            Admission admission = new Admission(limits, Files.size(file));
            Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
            while (entries.hasMoreElements()) {
                take(zip, entries.nextElement(), admission, taker);
            }
        }
    }

    private static void take(ZipFile zip, ZipArchiveEntry entry, Admission admission, Taker taker) throws IOException {
        boolean encrypted = entry.getGeneralPurposeBit().usesEncryption();
        Optional<String> path = admission.admit(entry.getName(), kind(entry), encrypted);
        if (path.isEmpty()) {
            return;
        }
        if (kind(entry) == Admission.Kind.LINK) {
            taker.passOver(path.get());
            return;
        }
        if (!zip.canReadEntryData(entry)) {
            throw new RefusedUpload("The archive is packed in an unusual way. Pack it as a plain zip or tar.gz.");
        }
        try (InputStream content = admission.counted(zip.getInputStream(entry))) {
            taker.take(path.get(), content);
        }
    }

    private static Admission.Kind kind(ZipArchiveEntry entry) {
        if (entry.isUnixSymlink()) {
            return Admission.Kind.LINK;
        }
        return entry.isDirectory() ? Admission.Kind.FOLDER : Admission.Kind.FILE;
    }

    /** A file whose directory may not take more than so many bytes: all of it is kept in memory. */
    private static final class LimitedChannel implements SeekableByteChannel {
        private final SeekableByteChannel file;
        private long left;

        LimitedChannel(SeekableByteChannel file, long left) {
            this.file = file;
            this.left = left;
        }

        void allowAll() {
            left = Long.MAX_VALUE;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int read = file.read(target);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new RefusedUpload("The archive's directory is too large. Leave out what need not be reviewed.");
            }
            return read;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return file.write(source);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            return file.truncate(size);
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
