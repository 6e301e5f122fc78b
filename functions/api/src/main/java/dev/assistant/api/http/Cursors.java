package dev.assistant.api.http;

import dev.assistant.page.Cursor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Cursors as clients carry them: time in microseconds, id and name, in base64url. They are not signed, since every list is limited
 * to its owner's items whatever the cursor says.
 */
public final class Cursors {
    private static final int BYTES = 3 * Long.BYTES;
    private static final int LONGEST_NAME = 400;
    /** The year 9999: later ones are no times of ours, and PostgreSQL ends somewhere too. */
    private static final long LAST_MICROS = 253_402_300_799_999_999L;

    private Cursors() {}

    public static String write(Cursor cursor) {
        byte[] name = cursor.name().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(BYTES + name.length)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, cursor.at()))
                .putLong(cursor.id().getMostSignificantBits())
                .putLong(cursor.id().getLeastSignificantBits())
                .put(name)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty when the text is no cursor. */
    static Optional<Cursor> read(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() < BYTES || bytes.remaining() > BYTES + LONGEST_NAME) {
                return Optional.empty();
            }
            long micros = bytes.getLong();
            if (micros < 0 || micros > LAST_MICROS) {
                return Optional.empty();
            }
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            // Whatever is no UTF-8, or a character that no name has, sorts somewhere: it is only a place in a list.
            String name = StandardCharsets.UTF_8.decode(bytes).toString().replace("\0", "");
            return Optional.of(new Cursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), id, name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
