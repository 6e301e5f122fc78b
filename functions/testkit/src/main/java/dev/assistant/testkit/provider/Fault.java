package dev.assistant.testkit.provider;

/** What the stand-in does wrong with a code, for tests. */
public enum Fault {
    NONE,
    /** The id token is for another visit. */
    WRONG_NONCE,
    /** The id token is for another client. */
    WRONG_AUDIENCE,
    WRONG_ISSUER,
    /** The id token expired an hour ago. */
    EXPIRED_TOKEN,
    /** The id token is signed by a key that is not published. */
    FOREIGN_KEY,
    /** The id token claims to need no signature. */
    UNSIGNED,
    /** The code is too old. */
    EXPIRED_CODE,
    /** Our name or password is not accepted. */
    CLIENT_REFUSED,
    /** Nothing but status 500. */
    BROKEN,
    /** An answer that begins and does not go on. */
    STALLED,
    /** An answer without end. */
    ENDLESS,
    /** An answer that is no JSON. */
    GARBLED,
    /** Only a person's public profile may be read. */
    NO_ADDRESS
}
