package dev.assistant.identity;

/**
 * What shows whose account a provider's account is to be linked with: somebody who is signed in and has asked for it.
 *
 * @param accessToken of the session that the browser is in now
 * @param ticket which the account's owner got in the same session
 */
public record LinkProof(String accessToken, LinkTicket ticket) {
    @Override
    public String toString() {
        return "LinkProof[hidden]";
    }
}
