package dev.assistant.runtime.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes as text: UTF-8, UTF-16 with a mark, or else the Western European one byte a character. */
final class TextOf {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';

    /** How far is looked for what no text has; git looks as far. */
    private static final int HEAD = 8_000;

    private TextOf() {}

    /** The text; empty when it is none. */
    static Optional<String> of(byte[] bytes) {
        Optional<Charset> marked = marked(bytes);
        if (marked.isPresent()) {
            return decoded(bytes, marked.get()).map(TextOf::withoutMark);
        }
        for (int i = 0; i < Math.min(bytes.length, HEAD); i++) {
            if (bytes[i] == 0) {
                return Optional.empty();
            }
        }
        return decoded(bytes, StandardCharsets.UTF_8)
                .map(TextOf::withoutMark)
                .or(() -> Optional.of(new String(bytes, WINDOWS)));
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        return switch (mark) {
            case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
            default -> Optional.empty();
        };
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }
}
