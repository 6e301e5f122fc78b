package dev.assistant.api.contract;

import java.util.regex.Pattern;

/** Text as HTML. Everything that comes from the contract goes through here. */
final class Html {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** One line of the contract's Markdown: code and bold. */
    static String inline(String markdown) {
        String html = CODE.matcher(escape(markdown.strip())).replaceAll("<code>$1</code>");
        return BOLD.matcher(html).replaceAll("<strong>$1</strong>");
    }

    /** Paragraphs of the contract's Markdown. */
    static String paragraphs(String markdown) {
        StringBuilder html = new StringBuilder();
        PARAGRAPHS
                .splitAsStream(markdown.strip())
                .filter(text -> !text.isBlank())
                .forEach(text -> html.append("<p>").append(inline(text)).append("</p>\n"));
        return html.toString();
    }
}
