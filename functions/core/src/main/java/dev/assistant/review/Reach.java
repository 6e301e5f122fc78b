package dev.assistant.review;

/** How deep an analyser looks into files of a language. */
public enum Reach {
    /** It does not read them. */
    NONE,
    /** It only searches them for secrets. */
    SECRETS,
    /** It applies rules about single places; it does not follow what happens between them. */
    PATTERNS,
    /** It applies rules made for the language. */
    RULES;

    /** The deeper of the two. */
    public Reach or(Reach other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
