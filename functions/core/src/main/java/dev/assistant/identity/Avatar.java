package dev.assistant.identity;

import dev.assistant.failure.Failure;

/**
 * A small picture of a person: a PNG or JPEG file of at most {@link #MOST_BYTES} bytes and {@link #LONGEST_SIDE} pixels a side.
 * It is never decoded here; its format and size are read from its first bytes, whatever its sender called it. Immutable.
 */
public final class Avatar {
    public static final int MOST_BYTES = 32 * 1024;
    public static final int LONGEST_SIDE = 512;

    private final PictureHeader header;
    private final byte[] bytes;

    private Avatar(PictureHeader header, byte[] bytes) {
        this.header = header;
        this.bytes = bytes;
    }

    /** @throws Failure.Invalid when it is no such picture */
    public static Avatar of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Failure.Invalid(
                    "picture", "A picture has at most %d KB. Make it smaller.".formatted(MOST_BYTES / 1024));
        }
        PictureHeader header = PictureHeader.find(bytes)
                .orElseThrow(() -> new Failure.Invalid("picture", "This is no PNG or JPEG picture. Choose another."));
        if (Math.max(header.width(), header.height()) > LONGEST_SIDE) {
            throw new Failure.Invalid(
                    "picture", "A picture has at most %d pixels a side. Make it smaller.".formatted(LONGEST_SIDE));
        }
        return new Avatar(header, bytes.clone());
    }

    /** {@code image/png} or {@code image/jpeg}. */
    public String mediaType() {
        return header.mediaType();
    }

    /** The file. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
