package dev.assistant.identity;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the first bytes of a picture say: a PNG's header chunk (PNG specification, section 11.2.1), or a JPEG's frame header
 * (ITU-T T.81, annex B.2.2).
 *
 * @param width in pixels, from 1
 * @param height in pixels, from 1
 */
record PictureHeader(String mediaType, int width, int height) {
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int PNG_HEADER_LENGTH = 13;
    private static final int PNG_HEADER = 0x49484452;
    private static final int PNG_SHORTEST = 33;

    private static final int JPEG_START = 0xFFD8;
    private static final int JPEG_FRAME_HEADER = 9;

    /** Empty when it is neither, is cut off, or has no size. */
    static Optional<PictureHeader> find(byte[] bytes) {
        ByteBuffer picture = ByteBuffer.wrap(bytes);
        return png(picture).or(() -> jpeg(picture)).filter(header -> header.width > 0 && header.height > 0);
    }

    private static Optional<PictureHeader> png(ByteBuffer picture) {
        if (picture.limit() < PNG_SHORTEST
                || picture.getLong(0) != PNG_SIGNATURE
                || picture.getInt(8) != PNG_HEADER_LENGTH
                || picture.getInt(12) != PNG_HEADER) {
            return Optional.empty();
        }
        return Optional.of(new PictureHeader("image/png", picture.getInt(16), picture.getInt(20)));
    }

    private static Optional<PictureHeader> jpeg(ByteBuffer picture) {
        if (picture.limit() < 2 || unsigned(picture, 0) != JPEG_START) {
            return Optional.empty();
        }
        int at = 2;
        while (at + JPEG_FRAME_HEADER <= picture.limit()) {
            int marker = unsigned(picture, at);
            if (isFrame(marker)) {
                return Optional.of(
                        new PictureHeader("image/jpeg", unsigned(picture, at + 7), unsigned(picture, at + 5)));
            }
            if (!isSegment(marker)) {
                return Optional.empty();
            }
            at += 2 + Math.max(2, unsigned(picture, at + 2));
        }
        return Optional.empty();
    }

    /** SOF0 to SOF15, without the three in between that mean something else. */
    private static boolean isFrame(int marker) {
        return marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
    }

    /** What may stand before the frame: tables, application data and comments. */
    private static boolean isSegment(int marker) {
        return marker == 0xFFC4
                || marker == 0xFFCC
                || marker == 0xFFDB
                || marker == 0xFFDD
                || (marker >= 0xFFE0 && marker <= 0xFFEF)
                || marker == 0xFFFE;
    }

    private static int unsigned(ByteBuffer picture, int at) {
        return Short.toUnsignedInt(picture.getShort(at));
    }
}
