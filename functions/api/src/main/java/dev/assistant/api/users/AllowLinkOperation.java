package dev.assistant.api.users;

import dev.assistant.api.auth.LinkCookie;
import dev.assistant.api.auth.NamedProvider;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.AllowLink;
import dev.assistant.identity.LinkTicket;

/** {@code POST /users/me/identities/{provider}} */
public final class AllowLinkOperation implements Operation {
    private final AllowLink allowLink;

    public AllowLinkOperation(AllowLink allowLink) {
        this.allowLink = allowLink;
    }

    @Override
    public String id() {
        return "allowLink";
    }

    @Override
    public Answer answer(Request request) {
        LinkTicket ticket = allowLink.allow(request.user(), request.session(), NamedProvider.of(request));
        return Answer.empty(204).with(LinkCookie.of(ticket));
    }
}
