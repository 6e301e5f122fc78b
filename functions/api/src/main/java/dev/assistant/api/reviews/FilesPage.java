package dev.assistant.api.reviews;

import dev.assistant.review.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills an answer with files, the last of them perhaps in part. Not thread-safe. */
final class FilesPage {
    /** In bytes of the function's answer, in which the document is a JSON string; AWS Lambda gives out at 6 MB. */
    private static final int MOST = 5_000_000;

    /** What a file takes besides its text. */
    private static final int AROUND = 200;

    private static final int LONGEST_ESCAPE = 7;

    private final List<FileDocument> items = new ArrayList<>();
    private FilesCursor at;
    private boolean full;
    private long taken;

    FilesPage(FilesCursor from) {
        this.at = from;
    }

    /** Where the next file or piece is to be read. */
    FilesCursor at() {
        return at;
    }

    List<FileDocument> items() {
        return items;
    }

    /** Where the next page begins; empty when everything that was added is in this one. */
    Optional<FilesCursor> next() {
        return full ? Optional.of(at) : Optional.empty();
    }

    /** Adds as much of the file, from where the page is, as there is room for. */
    void add(SourceFile file) {
        if (full) {
            return;
        }
        taken += AROUND + (long) LONGEST_ESCAPE * file.path().length();
        String text = file.content();
        int from = Math.min(at.offset(), text.length());
        int to = fitting(text, from);
        full = to < text.length();
        if (to > from || !full) {
            items.add(new FileDocument(file.path(), file.language().id(), text.substring(from, to), from));
        }
        at = full ? new FilesCursor(at.file(), to) : new FilesCursor(at.file() + 1, 0);
    }

    private int fitting(String text, int from) {
        int to = from;
        while (to < text.length() && taken < MOST) {
            taken += bytes(text.charAt(to));
            to++;
        }
        boolean splitsPair = to > from && to < text.length() && Character.isHighSurrogate(text.charAt(to - 1));
        return splitsPair ? to - 1 : to;
    }

    /** Escaped twice: by the document, and by what the document is sent in. */
    private static int bytes(char c) {
        return switch (c) {
            case '"', '\\' -> 4;
            case '\n', '\r', '\t' -> 3;
            default -> c < ' ' ? LONGEST_ESCAPE : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        };
    }

    /**
     * A file or a piece of one on the wire. Grows only by optional fields.
     *
     * @param offset where in the file the content begins, in UTF-16 units
     */
    record FileDocument(String path, String language, String content, int offset) {}
}
