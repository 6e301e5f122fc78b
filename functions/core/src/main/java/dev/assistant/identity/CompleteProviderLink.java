package dev.assistant.identity;

import dev.assistant.failure.Failure;

/** Links the account of somebody who has come back from a provider. Thread-safe. */
public final class CompleteProviderLink {
    private final EndVisit visits;
    private final ProviderLinks links;

    public CompleteProviderLink(EndVisit visits, ProviderLinks links) {
        this.visits = visits;
        this.links = links;
    }

    /**
     * Uses the attempt up, whatever comes of it.
     *
     * @throws Failure as {@link EndVisit#identify} and {@link ProviderLinks#link}
     */
    public void complete(SignInAttempt attempt, String code, LinkProof proof) {
        links.link(visits.identify(attempt, code), proof);
    }
}
