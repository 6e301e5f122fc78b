package dev.assistant.idempotency;

import dev.assistant.failure.Failure;
import java.util.regex.Pattern;

/**
 * What makes a repeated request the same request (SPEC section 2, Idempotency-Key). A key is taken for an owner, whatever it
 * created.
 *
 * @param value as sent, 1 to 255 characters
 * @param requestHash SHA-256 of the request, to tell a repetition from a mistake
 */
public record IdempotencyKey(String value, String requestHash) {
    private static final Pattern SENT = Pattern.compile("[\\x20-\\x7e]{1,255}");

    /**
     * A key as a client sent it.
     *
     * @throws Failure.Invalid when it is none
     */
    public static IdempotencyKey sent(String value, RequestDigest request) {
        if (!SENT.matcher(value).matches()) {
            throw new Failure.Invalid("Idempotency-Key", "Use 1 to 255 printable ASCII characters.");
        }
        return new IdempotencyKey(value, request.hex());
    }

    /** What a store answers when the key stands for another request. */
    public static Failure.Conflict taken() {
        return new Failure.Conflict(
                "This Idempotency-Key was used for another request. Use a new key for a new request.");
    }
}
