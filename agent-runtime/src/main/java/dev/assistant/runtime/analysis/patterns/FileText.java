package dev.assistant.runtime.analysis.patterns;

import dev.assistant.runtime.analysis.rules.Match.Clause;
import dev.assistant.runtime.analysis.syntax.SourceText;
import java.time.Duration;

/** What rules ask about a whole file, and a text whose search comes to an end. */
final class FileText {
    private FileText() {}

    static boolean holds(Clause.File clause, SourceText source) {
        CharSequence where = clause.path() ? source.path() : limited(withoutMark(source.content()));
        return clause.pattern().matcher(where).find() == clause.wanted();
    }

    private static String withoutMark(String content) {
        return content.startsWith("\uFEFF") ? content.substring(1) : content;
    }

    /** A text that can be read for two seconds, then throws {@link Budget.Spent}: no pattern can take longer on any text. */
    static CharSequence limited(String text) {
        return new Limited(
                text,
                0,
                text.length(),
                System.nanoTime() + Duration.ofSeconds(2).toNanos());
    }

    private static final class Limited implements CharSequence {
        private final String text;
        private final int from;
        private final int to;
        private final long deadline;
        private int reads;

        private Limited(String text, int from, int to, long deadline) {
            this.text = text;
            this.from = from;
            this.to = to;
            this.deadline = deadline;
        }

        @Override
        public char charAt(int index) {
            if ((++reads & 0xFFFF) == 0 && System.nanoTime() > deadline) {
                throw new Budget.Spent();
            }
            return text.charAt(from + index);
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Limited(text, from + start, from + end, deadline);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
