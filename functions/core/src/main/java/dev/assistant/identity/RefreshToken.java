package dev.assistant.identity;

/** An opaque 256-bit token that buys the next access token, once. Only its hash is stored. */
public record RefreshToken(String text) {
    /** SHA-256 in hex. */
    public String hash() {
        return Secrets.hash(text);
    }

    @Override
    public String toString() {
        return "RefreshToken[hidden]";
    }
}
