package dev.assistant.api.auth;

import dev.assistant.api.http.Fields;
import dev.assistant.failure.Failure;
import dev.assistant.identity.EmailAddress;

/** Reads the field {@code email}. */
final class EmailField {
    private EmailField() {}

    /** @throws Failure.Invalid when it is no address, or another field that was read before cannot be used */
    static EmailAddress read(Fields body) {
        String text = body.text("email");
        body.requireValid();
        if (!EmailAddress.isValid(text)) {
            throw new Failure.Invalid("email", "This is not a mail address. Use one like ada@example.com.");
        }
        return new EmailAddress(text);
    }
}
