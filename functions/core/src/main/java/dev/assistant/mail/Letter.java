package dev.assistant.mail;

/**
 * A mail in words.
 *
 * @param to the recipient's address
 * @param subject one line
 * @param text plain text; links stand on lines of their own
 */
public record Letter(String to, String subject, String text) {
    public Letter {
        if (to.chars().anyMatch(Character::isISOControl) || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a line break in an address or a subject would add headers");
        }
    }

    /** Without the recipient and the text, which are somebody's. */
    @Override
    public String toString() {
        return "Letter[" + subject + "]";
    }
}
