package dev.assistant.identity;

/** What a credential may be used for (SPEC section 2). Sessions hold all three; API keys hold what they were made with. */
public enum Scope {
    READ,
    WRITE,
    EXECUTE
}
