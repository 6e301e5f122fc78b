package dev.assistant.testkit.provider;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page where somebody says who they are. */
final class StandInPage {
    private StandInPage() {}

    static String of(String provider, String action, Map<String, String> query) {
        String hidden = query.entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escaped(field.getKey()), escaped(field.getValue())))
                .collect(Collectors.joining());
        String people = List.of(StandInPerson.ADA, StandInPerson.GRACE, StandInPerson.MALLORY).stream()
                .map(person -> person(person, action, hidden))
                .collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Stand-in for %1$s</title>
                <style>
                  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
                  body { max-width: 28rem; margin: 2rem auto; padding: 0 1rem; }
                  button { display: block; width: 100%%; font: inherit; text-align: start; padding: .6rem .8rem; margin: .4rem 0; }
                  label { display: block; margin: .6rem 0 0; }
                  input[type=text], input[type=email] { font: inherit; width: 100%%; box-sizing: border-box; padding: .4rem; }
                  small { display: block; }
                </style>
                <h1>Who are you at %1$s?</h1>
                <p>This page of the development stack stands for %1$s. Nobody needs a password here.</p>
                %2$s
                <form method="post" action="%3$s">
                %4$s
                <h2>Somebody else</h2>
                <label>Mail address <input type="email" name="as_email" required></label>
                <label>Name <input type="text" name="as_name"></label>
                <label><input type="checkbox" name="as_verified" value="true" checked> %1$s has verified the address</label>
                <button>Continue</button>
                </form>
                <form method="post" action="%3$s">%4$s<button name="deny" value="true">Refuse</button></form>
                </html>
                """.formatted(escaped(provider), people, escaped(action), hidden);
    }

    private static String person(StandInPerson person, String action, String hidden) {
        return """
                <form method="post" action="%s">%s
                <input type="hidden" name="as_subject" value="%s">
                <input type="hidden" name="as_email" value="%s">
                <input type="hidden" name="as_login" value="%s">
                <input type="hidden" name="as_name" value="%s">
                <input type="hidden" name="as_verified" value="%s">
                <button>%s <small>%s</small></button></form>
                """.formatted(
                        escaped(action),
                        hidden,
                        person.subject(),
                        person.email(),
                        person.login(),
                        person.name(),
                        person.emailVerified(),
                        person.name(),
                        person.email());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
