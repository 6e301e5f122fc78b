package dev.assistant.adapters.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Foreign text as Markdown (CommonMark 0.31 with GitHub's extensions) that shows what it says and does nothing else: no
 * links, no images, no HTML, no mentions, and no end of the block it stands in. Characters that hide or reorder text are
 * written out (CVE-2021-42574).
 */
final class MarkdownText {
    private static final String ESCAPED = "\\`*_[]<>|~&#!$";
    private static final Pattern LIST_MARK = Pattern.compile("^([-+=]|\\d+(?=[.)]))");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*://|www\\.)\\S*|\\S*@\\w\\S*");
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final Pattern CODE_SPAN = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
    private static final Pattern FENCE = Pattern.compile("^\\s{0,3}(```+|~~~+)\\s*([A-Za-z0-9+#-]{0,20}).*$");
    private static final Pattern LIST_ITEM = Pattern.compile("^(\\s*(?:[-*+]|\\d{1,9}[.)]) )(.*)$");
    private static final Pattern HEADING = Pattern.compile("^\\s{0,3}#{1,6}\\s+(.*)$");

    private MarkdownText() {}

    /** Text on one line; addresses and mentions become code, since nothing else keeps all
     * renderers from making links of them. */
    static String line(String text) {
        String shown = visible(text, true).strip();
        StringBuilder safe = new StringBuilder(shown.length() + 16);
        Matcher address = ADDRESS.matcher(shown);
        int end = 0;
        while (address.find()) {
            safe.append(escaped(shown.substring(end, address.start())))
                    .append(code(address.group().replace("|", "%7C")));
            end = address.end();
        }
        safe.append(escaped(shown.substring(end)));
        return LIST_MARK
                .matcher(safe)
                .replaceFirst(found -> Matcher.quoteReplacement(
                        Character.isDigit(found.group().charAt(0)) ? found.group() + "\\" : "\\" + found.group()));
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ESCAPED.indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.append(c);
        }
        return safe.toString();
    }

    /** A code span on one line. */
    static String code(String text) {
        String shown = visible(text, true);
        if (shown.isBlank()) {
            return "";
        }
        String marks = "`".repeat(longestRun(shown) + 1);
        boolean touches = shown.startsWith("`") || shown.endsWith("`");
        String space = touches ? " " : "";
        return marks + space + shown + space + marks;
    }

    /** A block of code that nothing in it can end. */
    static String block(String text, String language) {
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + language + "\n" + visible(text, false).stripTrailing() + "\n" + fence + "\n";
    }

    /**
     * Text that may be simple Markdown itself: paragraphs, lists, code spans and fenced code stay; everything else is text.
     */
    static String prose(String markdown) {
        StringBuilder safe = new StringBuilder();
        StringBuilder code = new StringBuilder();
        String fence = "";
        String language = "";
        for (String line : markdown.lines().toList()) {
            Matcher mark = FENCE.matcher(line);
            if (fence.isEmpty() && mark.matches()) {
                fence = mark.group(1);
                language = mark.group(2);
            } else if (!fence.isEmpty() && line.strip().equals(fence)) {
                safe.append(block(code.toString(), language));
                code.setLength(0);
                fence = "";
            } else if (!fence.isEmpty()) {
                code.append(line).append('\n');
            } else {
                safe.append(proseLine(line)).append('\n');
            }
        }
        if (!fence.isEmpty()) {
            safe.append(block(code.toString(), language));
        }
        return safe.toString().stripTrailing() + "\n";
    }

    private static String proseLine(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            return "**" + spans(heading.group(1)) + "**";
        }
        Matcher item = LIST_ITEM.matcher(line);
        return item.matches() ? item.group(1) + spans(item.group(2)) : spans(line);
    }

    private static String spans(String line) {
        StringBuilder safe = new StringBuilder();
        Matcher span = CODE_SPAN.matcher(line);
        int end = 0;
        while (span.find()) {
            safe.append(spaced(line.substring(end, span.start()))).append(code(span.group(2)));
            end = span.end();
        }
        return safe.append(spaced(line.substring(end))).toString();
    }

    /** Keeps one space at either end, which separates text from a code span. */
    private static String spaced(String text) {
        if (text.isBlank()) {
            return text.isEmpty() ? "" : " ";
        }
        return (text.startsWith(" ") ? " " : "") + line(text) + (text.endsWith(" ") ? " " : "");
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
    }

    private static String visible(String text, boolean oneLine) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                shown.append(oneLine ? ' ' : (char) c);
            } else if (c == '\r') {
                shown.append(oneLine ? " " : "");
            } else if (c == '\u2028' || c == '\u2029' || Character.isISOControl(c) || isReordering(c)) {
                shown.append("\\u%04x".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean isReordering(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    }
}
