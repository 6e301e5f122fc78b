package dev.assistant.identity;

import dev.assistant.failure.Failure;

/**
 * Whether people may sign in and review before their mail address is verified (SPEC section 3, {@code REQUIRE_VERIFIED_EMAIL}).
 *
 * @param requiresVerified false lets them
 */
public record AddressPolicy(boolean requiresVerified) {
    /** @throws Failure.Forbidden when the address has to be verified first */
    void check(User user) {
        if (requiresVerified && !user.emailVerified()) {
            throw new Failure.Forbidden(
                    "Confirm your mail address first: follow the link in the mail that we sent, or ask for another mail.");
        }
    }
}
