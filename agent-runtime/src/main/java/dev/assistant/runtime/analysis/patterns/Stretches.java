package dev.assistant.runtime.analysis.patterns;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.syntax.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that is no program, cut into what belongs together: instructions of a Dockerfile, statements of SQL, top-level blocks of
 * Terraform, commands of a shell script, documents of YAML. Comments are blanked out, so offsets stay what they were. Immutable.
 *
 * @param text as long as the file's content
 */
record Stretches(String text, List<Span> spans) {
    Stretches {
        spans = List.copyOf(spans);
    }

    static Stretches of(Language language, String content) {
        Cutter cutter = new Cutter(language, content);
        cutter.run();
        return new Stretches(cutter.blanked.toString(), cutter.spans);
    }

    /** One pass over a text. */
    private static final class Cutter {
        private final Language language;
        private final String content;
        private final StringBuilder blanked;
        private final List<Span> spans = new ArrayList<>();
        private int start;
        private int depth;
        private int at;

        private Cutter(Language language, String content) {
            this.language = language;
            this.content = content;
            this.blanked = new StringBuilder(content);
            if (content.startsWith("\uFEFF")) {
                blanked.setCharAt(0, ' ');
            }
        }

        private void run() {
            while (at < content.length()) {
                char c = content.charAt(at);
                if (isLineComment()) {
                    blankUntilLineEnd();
                } else if (isBlockComment()) {
                    blankBlock();
                } else if (isQuote(c)) {
                    skipString(c);
                } else {
                    step(c);
                    at++;
                }
            }
            cut(content.length());
        }

        private boolean isLineComment() {
            char c = content.charAt(at);
            return switch (language) {
                case SQL -> content.startsWith("--", at);
                case TERRAFORM -> c == '#' || content.startsWith("//", at);
                case SHELL, YAML -> c == '#' && (at == 0 || Character.isWhitespace(content.charAt(at - 1)));
                case DOCKERFILE -> c == '#' && startsLine();
                default -> false;
            };
        }

        private boolean isBlockComment() {
            return (language == Language.SQL || language == Language.TERRAFORM) && content.startsWith("/*", at);
        }

        private boolean isQuote(char c) {
            return switch (language) {
                case SQL -> c == '\'';
                case TERRAFORM -> c == '"';
                case SHELL -> (c == '"' || c == '\'') && (at == 0 || content.charAt(at - 1) != '\\');
                default -> false;
            };
        }

        private void step(char c) {
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth = Math.max(0, depth - 1);
            }
            boolean over = switch (language) {
                case SQL -> c == ';';
                case TERRAFORM -> c == '}' && depth == 0;
                case SHELL -> c == '\n' && !continues("\\");
                case DOCKERFILE -> c == '\n' && !continues("\\");
                case YAML -> c == '\n' && content.startsWith("\n---", at);
                default -> false;
            };
            if (over) {
                cut(at + 1);
            }
        }

        private boolean continues(String sign) {
            int end = at;
            while (end > start && content.charAt(end - 1) == '\r') {
                end--;
            }
            return content.startsWith(sign, end - 1);
        }

        private boolean startsLine() {
            int before = at - 1;
            while (before >= 0 && (content.charAt(before) == ' ' || content.charAt(before) == '\t')) {
                before--;
            }
            return before < 0 || content.charAt(before) == '\n';
        }

        private void blankUntilLineEnd() {
            while (at < content.length() && content.charAt(at) != '\n' && content.charAt(at) != '\r') {
                blanked.setCharAt(at++, ' ');
            }
        }

        private void blankBlock() {
            int close = content.indexOf("*/", at + 2);
            int end = close < 0 ? content.length() : close + 2;
            for (; at < end; at++) {
                if (content.charAt(at) != '\n' && content.charAt(at) != '\r') {
                    blanked.setCharAt(at, ' ');
                }
            }
        }

        /** A string that never ends ends with its line, so that one slip does not swallow the file; in SQL and shell it may go on. */
        private void skipString(char quote) {
            for (at++; at < content.length(); at++) {
                char c = content.charAt(at);
                if (c == '\\' && language != Language.SQL && !(language == Language.SHELL && quote == '\'')) {
                    at++;
                } else if (c == quote || (c == '\n' && language == Language.TERRAFORM)) {
                    at++;
                    return;
                }
            }
        }

        private void cut(int end) {
            int first = start;
            while (first < end && Character.isWhitespace(blanked.charAt(first))) {
                first++;
            }
            if (first < end) {
                spans.add(new Span(first, end));
            }
            start = end;
        }
    }
}
