package dev.assistant.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail address in the one form that the product compares and stores: trimmed and in lower case.
 *
 * <p>Only what RFC 5321 calls a dot-string, in ASCII: no quotes, commas or semicolons, by which a mail server could read one
 * address as several; no control characters; and no letters of which another case is an ASCII letter, by which somebody could
 * be taken for somebody else (the Kelvin sign is a {@code k} in lower case). CWE-93, CWE-176.
 *
 * @param value local part and domain, at most 255 characters
 */
public record EmailAddress(String value) {
    private static final Pattern SHAPE = Pattern.compile("(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++"
            + "(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+@"
            + "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?){1,8}");

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
