package dev.assistant.api.reviews;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of submitted files begins.
 *
 * @param file how many files come before
 * @param offset how much of the file comes before, in UTF-16 units
 */
record FilesCursor(int file, int offset) {
    static final FilesCursor BEGINNING = new FilesCursor(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})-(\\d{1,9})");

    String write() {
        return file + "-" + offset;
    }

    /** Empty when the text is no cursor. */
    static Optional<FilesCursor> read(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new FilesCursor(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }
}
