package dev.assistant.runtime.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** Makes archives, also such as nobody should. */
final class Packed {
    private final List<Entry> entries = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(String name, byte[] content, byte type) {}

    Packed with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Packed with(String name, byte[] content) {
        entries.add(new Entry(name, content, TarConstants.LF_NORMAL));
        return this;
    }

    /** A symbolic link. */
    Packed linking(String name, String target) {
        entries.add(new Entry(name, target.getBytes(StandardCharsets.UTF_8), TarConstants.LF_SYMLINK));
        return this;
    }

    /** Something of a type that only tar knows. */
    Packed ofType(byte type, String name) {
        entries.add(new Entry(name, "app.py".getBytes(StandardCharsets.UTF_8), type));
        return this;
    }

    /** A name of so many bytes for the next entry, as GNU tar announces long ones. */
    Packed announcing(int bytes) {
        entries.add(new Entry(
                "././@LongLink", "n".repeat(bytes).getBytes(StandardCharsets.UTF_8), TarConstants.LF_GNUTYPE_LONGNAME));
        return this;
    }

    byte[] zip() {
        return written(bytes -> {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
                for (Entry entry : entries) {
                    ZipArchiveEntry header = new ZipArchiveEntry(entry.name());
                    if (entry.type() == TarConstants.LF_SYMLINK) {
                        header.setUnixMode(UnixStat.LINK_FLAG | 0777);
                    }
                    zip.putArchiveEntry(header);
                    zip.write(entry.content());
                    zip.closeArchiveEntry();
                }
            }
        });
    }

    /** The zip with every entry said to be encrypted. */
    byte[] encryptedZip() {
        byte[] zip = zip();
        for (int i = 0; i + 10 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) {
                zip[i + 6] |= 1;
            }
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }

    byte[] tarGz() {
        return written(bytes -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                for (Entry entry : entries) {
                    boolean isFile =
                            entry.type() == TarConstants.LF_NORMAL || entry.type() == TarConstants.LF_GNUTYPE_LONGNAME;
                    TarArchiveEntry header = new TarArchiveEntry(entry.name(), entry.type(), true);
                    if (isFile) {
                        header.setSize(entry.content().length);
                    } else {
                        header.setLinkName(new String(entry.content(), StandardCharsets.UTF_8));
                    }
                    tar.putArchiveEntry(header);
                    if (isFile) {
                        tar.write(entry.content());
                    }
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    private interface Writing {
        void to(OutputStream bytes) throws IOException;
    }

    private static byte[] written(Writing writing) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writing.to(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
