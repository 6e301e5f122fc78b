package dev.assistant.runtime.analysis.sonar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the little HTML that rule descriptions are written in into Markdown. Elements that it does not know lose their tags. */
final class Markdown {
    private static final Pattern TOKEN =
            Pattern.compile("<(?<close>/?)(?<tag>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>[^>]*)>|(?<text>[^<]+|<)");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern ENTITY = Pattern.compile("&(#x?)?(\\w+);");
    private static final Pattern RULE_LINK = Pattern.compile("\\{rule:\\w+:(\\w+)}");
    private static final Map<String, String> ENTITIES = Map.of(
            "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ", "hellip", "…", "ndash", "–",
            "mdash", "—");
    private static final Map<String, String> MARKS =
            Map.of("code", "`", "strong", "**", "b", "**", "em", "_", "i", "_");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> lists = new ArrayDeque<>();
    private final Deque<Optional<String>> links = new ArrayDeque<>();
    private boolean verbatim;

    private Markdown() {}

    /** The Markdown for a piece of HTML. */
    static String of(String html) {
        Markdown markdown = new Markdown();
        Matcher token = TOKEN.matcher(RULE_LINK.matcher(html).replaceAll("$1"));
        while (token.find()) {
            if (token.group("tag") == null) {
                markdown.text(unescape(token.group("text")));
            } else if (token.group("close").isEmpty()) {
                markdown.open(token.group("tag").toLowerCase(Locale.ROOT), token.group("attributes"));
            } else {
                markdown.close(token.group("tag").toLowerCase(Locale.ROOT));
            }
        }
        return markdown.out
                .toString()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private void open(String tag, String attributes) {
        switch (tag) {
            case "h1", "h2", "h3", "h4" ->
                out.append("\n\n").repeat('#', tag.charAt(1) - '0').append(' ');
            case "p", "table", "blockquote" -> out.append("\n\n");
            case "br", "tr" -> out.append('\n');
            case "td", "th" -> out.append("| ");
            case "ul", "ol" -> {
                out.append(lists.isEmpty() ? "\n\n" : "\n");
                lists.push(tag);
            }
            case "li" ->
                out.append('\n')
                        .repeat("  ", Math.max(0, lists.size() - 1))
                        .append("ol".equals(lists.peek()) ? "1. " : "- ");
            case "pre" -> {
                out.append("\n\n```\n");
                verbatim = true;
            }
            case "a" -> {
                Matcher href = HREF.matcher(attributes);
                links.push(href.find() ? Optional.of(unescape(href.group(1))) : Optional.empty());
                links.peek().ifPresent(target -> out.append('['));
            }
            default -> mark(tag);
        }
    }

    private void close(String tag) {
        switch (tag) {
            case "h1", "h2", "h3", "h4", "p", "table", "blockquote" -> out.append("\n\n");
            case "td", "th" -> out.append(' ');
            case "ul", "ol" -> {
                lists.poll();
                out.append(lists.isEmpty() ? "\n\n" : "\n");
            }
            case "pre" -> {
                verbatim = false;
                while (!out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1))) {
                    out.setLength(out.length() - 1);
                }
                out.append("\n```\n\n");
            }
            case "a" ->
                Optional.ofNullable(links.poll())
                        .flatMap(target -> target)
                        .ifPresent(target -> out.append("](").append(target).append(')'));
            default -> mark(tag);
        }
    }

    private void mark(String tag) {
        if (!verbatim) {
            out.append(MARKS.getOrDefault(tag, ""));
        }
    }

    private void text(String text) {
        if (verbatim) {
            boolean first = out.lastIndexOf("```\n") == out.length() - 4;
            out.append(first ? text.replaceFirst("^\\R", "") : text);
            return;
        }
        String flowing = text.replaceAll("\\s+", " ");
        boolean atStart = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
        out.append(atStart ? flowing.stripLeading() : flowing);
    }

    private static String unescape(String text) {
        return ENTITY.matcher(text)
                .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1), entity.group(2))));
    }

    private static String character(String kind, String name) {
        if (kind == null) {
            return ENTITIES.getOrDefault(name, "&" + name + ";");
        }
        return Character.toString(Integer.parseInt(name, kind.equals("#x") ? 16 : 10));
    }
}
