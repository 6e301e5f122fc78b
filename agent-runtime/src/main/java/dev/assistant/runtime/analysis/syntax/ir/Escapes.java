package dev.assistant.runtime.analysis.syntax.ir;

/** Decodes the escapes that strings of Python, JavaScript and Java share. Others stay as written. */
final class Escapes {
    private Escapes() {}

    static String decode(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        StringBuilder decoded = new StringBuilder(written.length());
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i);
            if (c != '\\' || i + 1 == written.length()) {
                decoded.append(c);
                i++;
            } else {
                i = decodeOne(written, i + 1, decoded);
            }
        }
        return decoded.toString();
    }

    /** Decodes the escape whose sign stands at an index; returns where to go on. */
    private static int decodeOne(String written, int at, StringBuilder decoded) {
        char sign = written.charAt(at);
        switch (sign) {
            case 'n' -> decoded.append('\n');
            case 't' -> decoded.append('\t');
            case 'r' -> decoded.append('\r');
            case '0' -> decoded.append('\0');
            case '\\', '\'', '"', '`', '/', '$' -> decoded.append(sign);
            case '\n' -> {}
            case 'x' -> {
                return hex(written, at, 2, decoded);
            }
            case 'u' -> {
                return hex(written, at, 4, decoded);
            }
            default -> decoded.append('\\').append(sign);
        }
        return at + 1;
    }

    private static int hex(String written, int at, int digits, StringBuilder decoded) {
        int end = at + 1 + digits;
        try {
            decoded.append((char) Integer.parseInt(written.substring(at + 1, Math.min(end, written.length())), 16));
            return Math.min(end, written.length());
        } catch (NumberFormatException notHex) {
            decoded.append('\\').append(written.charAt(at));
            return at + 1;
        }
    }
}
