package dev.assistant.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail address in the one form that the product compares and stores: trimmed and in lower case.
 *
 * @param value local part and domain, at most 255 characters
 */
public record EmailAddress(String value) {
    private static final Pattern SHAPE = Pattern.compile("[^\\s@\"<>()]{1,64}@[^\\s@.]{1,63}(\\.[^\\s@.]{1,63}){1,8}");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** Whether the text has the shape of an address. Only a mail that arrives proves more. */
    public static boolean isValid(String text) {
        return text.length() <= 255 && SHAPE.matcher(text.strip()).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
