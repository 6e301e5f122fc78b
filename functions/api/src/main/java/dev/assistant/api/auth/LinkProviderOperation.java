package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Callers;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.failure.Failure;
import dev.assistant.identity.CompleteProviderLink;
import dev.assistant.identity.LinkProof;
import dev.assistant.identity.LinkTicket;
import dev.assistant.identity.Provider;
import dev.assistant.identity.SignInAttempt.Purpose;
import dev.assistant.identity.StartProviderSignIn;

/**
 * {@code POST /auth/link/{provider}}. Public to this function, which knows no accounts; the cookies that it passes on are
 * looked at where accounts are. Other sites' pages cannot send them along: two of the three are SameSite=Strict.
 */
public final class LinkProviderOperation implements Operation {
    private final StartProviderSignIn start;
    private final CompleteProviderLink complete;

    public LinkProviderOperation(StartProviderSignIn start, CompleteProviderLink complete) {
        this.start = start;
        this.complete = complete;
    }

    @Override
    public String id() {
        return "linkProvider";
    }

    @Override
    public Answer answer(Request request) {
        Provider provider = NamedProvider.of(request);
        return ProviderReturn.of(request, provider, Purpose.LINK)
                .map(back -> completed(back, request))
                .orElseGet(() -> SignInStartedDocument.answer(start.start(provider, Purpose.LINK)));
    }

    private Answer completed(ProviderReturn back, Request request) {
        complete.complete(back.attempt(), back.code(), proof(request));
        return Answer.empty(204).with(SignInCookie.cleared()).with(LinkCookie.cleared());
    }

    /** Asked for before the visit is used up: a client whose access token has ended gets another and tries again. */
    private static LinkProof proof(Request request) {
        String accessToken = request.cookie(Callers.ACCESS_COOKIE)
                .filter(token -> !token.isEmpty())
                .orElseThrow(() -> new Failure.NotSignedIn("Sign in, then start linking again in the settings."));
        return new LinkProof(
                accessToken, new LinkTicket(request.cookie(LinkCookie.NAME).orElse("")));
    }
}
