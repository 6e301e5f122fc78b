package dev.assistant.identity;

/**
 * A key as it is shown once, to whoever made it.
 *
 * @param secret the text to send as X-API-Key
 */
public record NewApiKey(ApiKey key, String secret) {
    @Override
    public String toString() {
        return "NewApiKey[" + key.prefix() + "…]";
    }
}
