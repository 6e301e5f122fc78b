package dev.assistant.localstack.mail;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mails as a page. The HTML parts are shown as text: what is in a mail must not act on this page. */
final class MailPage {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

    private MailPage() {}

    static String of(List<Mail> mails) {
        String list = mails.isEmpty()
                ? "<p>No mail yet.</p>"
                : mails.stream().map(MailPage::article).collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Mail</title>
                <style>
                  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
                  body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
                  article { border-top: 1px solid; padding: 1rem 0; }
                  h2 { font-size: 1.1rem; margin: 0; }
                  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
                </style>
                <h1>Mail sent by the product</h1>
                %s
                </html>
                """.formatted(list);
    }

    private static String article(Mail mail) {
        return """
                <article>
                <h2>%s</h2>
                <p>To %s, from %s, <time>%s</time></p>
                <pre>%s</pre>
                </article>
                """.formatted(
                        escaped(mail.subject()),
                        escaped(String.join(", ", mail.to())),
                        escaped(mail.from()),
                        escaped(mail.sentAt()),
                        linked(mail.text().isEmpty() ? mail.html() : mail.text()));
    }

    private static String linked(String text) {
        StringBuilder html = new StringBuilder();
        int end = 0;
        for (var link : (Iterable<MatchResult>) LINK.matcher(text).results()::iterator) {
            String address = escaped(link.group());
            html.append(escaped(text.substring(end, link.start())))
                    .append("<a href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            end = link.end();
        }
        return html.append(escaped(text.substring(end))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
