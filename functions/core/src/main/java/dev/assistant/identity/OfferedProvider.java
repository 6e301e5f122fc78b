package dev.assistant.identity;

import dev.assistant.failure.Failure;

/** Refuses providers that this installation has no arrangement with. */
final class OfferedProvider {
    private OfferedProvider() {}

    static void require(IdentityProviders providers, Provider provider) {
        if (!providers.offered().contains(provider)) {
            throw new Failure.Conflict("Signing in with " + provider.label()
                    + " is not set up here. Sign in with your mail address and password.");
        }
    }
}
