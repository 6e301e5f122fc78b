package dev.assistant.runtime.analysis.syntax.ir;

import java.util.Locale;

/** Reads whole numbers as the lowered languages write them. */
final class Numbers {
    private Numbers() {}

    /** The number, or unknown when it is not a whole one that fits 64 bits. */
    static Constant parse(String written) {
        String digits = written.replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.endsWith("l") || digits.endsWith("n")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        try {
            if (digits.startsWith("0x")) {
                return Constant.of(Long.parseLong(digits.substring(2), 16));
            }
            if (digits.startsWith("0o")) {
                return Constant.of(Long.parseLong(digits.substring(2), 8));
            }
            if (digits.startsWith("0b")) {
                return Constant.of(Long.parseLong(digits.substring(2), 2));
            }
            return Constant.of(Long.parseLong(digits));
        } catch (NumberFormatException notWhole) {
            return Constant.Unknown.VALUE;
        }
    }
}
