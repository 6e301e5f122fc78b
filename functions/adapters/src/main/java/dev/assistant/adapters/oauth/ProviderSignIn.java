package dev.assistant.adapters.oauth;

import dev.assistant.identity.ProviderIdentity;
import dev.assistant.identity.SignInAttempt;
import java.net.URI;

/** One provider's way of {@link dev.assistant.identity.IdentityProviders}. */
interface ProviderSignIn {
    URI authorization(SignInAttempt attempt);

    ProviderIdentity identify(SignInAttempt attempt, String code);
}
