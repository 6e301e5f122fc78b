package dev.assistant.api.http;

import dev.assistant.page.Cursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Cursors as clients carry them: time in microseconds and id, in base64url. They are not signed, since every list is limited
 * to its owner's items whatever the cursor says.
 */
public final class Cursors {
    private static final int BYTES = 3 * Long.BYTES;
    /** The year 9999: later ones are no times of ours, and PostgreSQL ends somewhere too. */
    private static final long LAST_MICROS = 253_402_300_799_999_999L;

    private Cursors() {}

    public static String write(Cursor cursor) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, cursor.at()))
                .putLong(cursor.id().getMostSignificantBits())
                .putLong(cursor.id().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty when the text is no cursor. */
    static Optional<Cursor> read(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != BYTES) {
                return Optional.empty();
            }
            long micros = bytes.getLong();
            if (micros < 0 || micros > LAST_MICROS) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new UUID(bytes.getLong(), bytes.getLong())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
