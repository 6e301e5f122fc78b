package dev.assistant.infrastructure.catalogue;

import java.util.Locale;

/** How far a function may go with something; which ones make sense depends on the {@link Touch.Kind}. */
public enum Access {
    /** Ask whether it is there. */
    PROBE,
    READ,
    /** Change it; includes reading. Of a queue: send, receive and delete messages. */
    WRITE,
    /** Find and delete it, without reading it. */
    ERASE,
    SEND,
    /** Receive and delete messages. */
    CONSUME,
    VERIFY,
    INVOKE,
    /** Issue tokens; includes verifying them. */
    SIGN,
    /** Encrypt what one cannot decrypt. */
    SEAL,
    /** Decrypt what others have sealed. */
    OPEN,
    /** Whatever it offers. */
    USE;

    static Access named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
