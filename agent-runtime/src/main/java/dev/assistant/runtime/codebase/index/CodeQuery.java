package dev.assistant.runtime.codebase.index;

import dev.assistant.review.Language;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is looked for.
 *
 * @param text a question in words, a name, or code
 * @param limit how many hits at most, 1 to 50
 * @param language only code in this one
 * @param folder only paths that begin so
 */
public record CodeQuery(String text, int limit, Optional<Language> language, Optional<String> folder) {
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 200;

    /** One word with a hump, an underscore, a dot or the like in it, or one that is quoted. */
    private static final Pattern NAME = Pattern.compile("(?<quote>[\"'`])(?<quoted>[^\\s\"'`]+)\\k<quote>"
            + "|(?<name>[\\w$]*(?:[a-z0-9][A-Z]|_[A-Za-z0-9]|[\\w$](?:\\.|::|#|->)[A-Za-z_$])[\\w$.:#>-]*)(?:\\(\\))?");

    private static final Pattern LANGUAGE_NAME = Pattern.compile(
            "(?i)(?:\\b(?:in|using|with) +)?(?<![\\w#+])(?:python[23]?|javascript|typescript|java|kotlin|golang|php|ruby|rust|c\\+\\+|c#)(?![\\w#+])");

    public CodeQuery {
        limit = Math.clamp(limit, 1, MOST);
    }

    /** Everywhere. */
    public static CodeQuery of(String text, int limit) {
        return new CodeQuery(text, limit, Optional.empty(), Optional.empty());
    }

    /** The question without the name of its language, which all code in that language is about. */
    String question() {
        String asked = LANGUAGE_NAME
                .matcher(text)
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
        return asked.isEmpty() ? text : asked;
    }

    /** The question as the declaration that would answer it: {@code def sort_by_two_keys():}. */
    String declaration() {
        return "def " + question().replaceAll("[^\\p{L}\\p{N}]+", "_") + "():";
    }

    /** The name that is looked for, when it is one and not a question. */
    Optional<String> name() {
        String stripped = text.strip();
        var matcher = NAME.matcher(stripped);
        if (stripped.length() > LONGEST_NAME || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.group("quoted")).or(() -> Optional.ofNullable(matcher.group("name")));
    }
}
