package dev.assistant.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/** What people may call themselves. Each rule answers a complaint, or nothing when the value may stand. */
final class ProfileRules {
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._-]{3,50}");
    private static final int LONGEST_NAME = 100;

    private ProfileRules() {}

    static Optional<String> username(String text) {
        return USERNAME.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("Use 3 to 50 letters, digits, dots, dashes or underscores.");
    }

    static Optional<String> fullName(String text) {
        if (text.length() > LONGEST_NAME) {
            return Optional.of("Use at most " + LONGEST_NAME + " characters.");
        }
        return text.codePoints().anyMatch(ProfileRules::movesText)
                ? Optional.of("Leave out line breaks and other control characters.")
                : Optional.empty();
    }

    /** Line breaks of all kinds, and what turns the direction of text, by which a name could rewrite its surroundings. */
    private static boolean movesText(int character) {
        return Character.isISOControl(character)
                || character == 0x2028
                || character == 0x2029
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
