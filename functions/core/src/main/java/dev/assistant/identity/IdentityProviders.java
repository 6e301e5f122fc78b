package dev.assistant.identity;

import java.net.URI;
import java.util.List;

/** The providers that this installation has an arrangement with. Thread-safe. */
public interface IdentityProviders {
    /** Those there are, in the order in which people see them; may be empty. */
    List<Provider> offered();

    /** Where somebody goes to say who they are. Only for an offered provider. */
    URI authorization(SignInAttempt attempt);

    /**
     * Asks the provider who came back with a code. A code works once.
     *
     * @throws dev.assistant.failure.Failure.Invalid when the provider does not take the code
     * @throws dev.assistant.failure.Failure.Forbidden when it tells no mail address, or what it tells does not hold
     * @throws dev.assistant.failure.Failure.Unavailable when it does not answer
     */
    ProviderIdentity identify(SignInAttempt attempt, String code);
}
