package dev.assistant.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one kind of secret is written. The one source for hiding secrets and for reporting them. Thread-safe.
 *
 * @param id as rules name it
 * @param markers one of these stands in every text that has such a secret, so most texts need not be searched; none for any text
 * @param pattern group {@code at} is what is reported, group {@code secret} what must not be seen; its quantifiers are bounded or
 *     possessive, so that hostile text costs linear time
 * @param plausible whether a text in that place can be a secret
 */
public record SecretFormat(String id, List<String> markers, Pattern pattern, Predicate<String> plausible) {
    /** What documentation and templates write where a secret goes. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i).*(?:example|sample|placeholder|dummy|changeme|change[_-]me|redacted|replace[_-]?(?:me|with)|your[_-]|my[_-]|insert|fixme|todo|xxxx|\\*{3}|\\.{3}|<|\\$\\{|\\{\\{|0{12}|1{12}|a{12}).*");

    private static final int FEWEST_DIFFERENT = 5;

    public SecretFormat {
        markers = List.copyOf(markers);
    }

    /**
     * Where a secret stands.
     *
     * @param start of what is reported
     * @param secretStart of what must not be seen
     */
    public record Place(int start, int end, int secretStart, int secretEnd) {}

    /** Every place in a text where the format fits and the value is no placeholder. */
    public List<Place> in(CharSequence text) {
        List<Place> places = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String secret = matcher.group("secret");
            if (plausible.test(secret) && !isPlaceholder(secret)) {
                places.add(new Place(
                        matcher.start("at"), matcher.end("at"), matcher.start("secret"), matcher.end("secret")));
            }
        }
        return places;
    }

    /** Whether a text can have such a secret at all; costs next to nothing. */
    public boolean mayBeIn(String text) {
        return markers.isEmpty() || markers.stream().anyMatch(text::contains);
    }

    /** Whether a value only shows where a secret goes. */
    static boolean isPlaceholder(String value) {
        return value.chars().distinct().limit(FEWEST_DIFFERENT).count() < FEWEST_DIFFERENT
                || PLACEHOLDER.matcher(value).matches();
    }
}
