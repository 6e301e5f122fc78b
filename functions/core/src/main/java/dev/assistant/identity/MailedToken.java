package dev.assistant.identity;

/** An opaque 256-bit token that proves, once, that somebody reads the mails of an address. Only its hash is stored. */
public record MailedToken(String text) {
    /** SHA-256 in hex. */
    public String hash() {
        return Secrets.hash(text);
    }

    @Override
    public String toString() {
        return "MailedToken[hidden]";
    }
}
