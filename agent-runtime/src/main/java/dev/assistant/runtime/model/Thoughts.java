package dev.assistant.runtime.model;

/**
 * Reasoning models behind servers that do not take their thoughts apart put them before the answer, between tags. They are no part
 * of it: they are drafts, and what is in them holds for nobody.
 */
final class Thoughts {
    private static final String BEGIN = "<think>";
    private static final String END = "</think>";

    private Thoughts() {}

    /** The answer without them; empty when it never got further. The first tag may be missing, where the server's template has it. */
    static String leftOut(String text) {
        String answer = text.stripLeading();
        int end = answer.indexOf(END);
        if (answer.startsWith(BEGIN)) {
            return end < 0 ? "" : answer.substring(end + END.length()).stripLeading();
        }
        int begin = answer.indexOf(BEGIN);
        boolean isTemplated = end >= 0 && (begin < 0 || begin > end) && !answer.startsWith("{");
        return isTemplated ? answer.substring(end + END.length()).stripLeading() : text;
    }
}
