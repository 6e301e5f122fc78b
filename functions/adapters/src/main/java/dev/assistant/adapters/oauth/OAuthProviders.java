package dev.assistant.adapters.oauth;

import dev.assistant.identity.IdentityProviders;
import dev.assistant.identity.Provider;
import dev.assistant.identity.ProviderIdentity;
import dev.assistant.identity.SignInAttempt;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The providers that the settings name. Thread-safe. */
public final class OAuthProviders implements IdentityProviders {
    private final Map<Provider, ProviderSignIn> providers = new EnumMap<>(Provider.class);

    public OAuthProviders(OAuthSettings settings, InstantSource clock) {
        settings.google()
                .ifPresent(google ->
                        providers.put(Provider.GOOGLE, new GoogleSignIn(google, settings.publicOrigin(), clock)));
        settings.github()
                .ifPresent(github -> providers.put(Provider.GITHUB, new GitHubSignIn(github, settings.publicOrigin())));
    }

    @Override
    public List<Provider> offered() {
        return List.copyOf(providers.keySet());
    }

    @Override
    public URI authorization(SignInAttempt attempt) {
        return of(attempt).authorization(attempt);
    }

    @Override
    public ProviderIdentity identify(SignInAttempt attempt, String code) {
        return of(attempt).identify(attempt, code);
    }

    private ProviderSignIn of(SignInAttempt attempt) {
        ProviderSignIn provider = providers.get(attempt.provider());
        if (provider == null) {
            throw new NoSuchElementException(attempt.provider() + " is not offered");
        }
        return provider;
    }
}
