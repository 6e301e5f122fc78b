package dev.assistant.api.events;

import dev.assistant.adapters.json.ProviderSignInJson;
import dev.assistant.adapters.json.SignedInJson;
import dev.assistant.failure.Failure;
import dev.assistant.identity.LinkProof;
import dev.assistant.identity.ProviderAccounts;
import dev.assistant.identity.ProviderLinks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/**
 * Signs somebody in, or links their account, whom the function {@code oauth} has been told about by a provider.
 *
 * <p>Decision: two functions. Exchanging a code needs the internet, which the database's private network has no way to;
 * gateways for it (NAT) would cost more than all functions together, and let every function with the database send data out. So
 * {@code oauth} stands outside, without the database or the key that signs tokens, and invokes this one, which has both and
 * believes what it is told; the role of {@code oauth} alone may invoke it. Rejected: a signed identity that the browser carries
 * from one function to the other, which makes the browser's two calls three and needs one more key. Cost: the time of one more
 * invocation at each such sign-in. Thread-safe.
 */
public final class ProviderSignInFunction implements Function<InputStream, Map<String, Object>> {
    private final ProviderAccounts accounts;
    private final ProviderLinks links;

    public ProviderSignInFunction(ProviderAccounts accounts, ProviderLinks links) {
        this.accounts = accounts;
        this.links = links;
    }

    @Override
    public Map<String, Object> apply(InputStream event) {
        ProviderSignInJson.Arrival arrival = read(event);
        try {
            return arrival.link()
                    .map(proof -> linked(arrival, proof))
                    .orElseGet(() -> SignedInJson.document(accounts.signIn(arrival.identity(), arrival.client())));
        } catch (Failure e) {
            return SignedInJson.document(e);
        }
    }

    private Map<String, Object> linked(ProviderSignInJson.Arrival arrival, LinkProof proof) {
        links.link(arrival.identity(), proof);
        return SignedInJson.linked();
    }

    private static ProviderSignInJson.Arrival read(InputStream event) {
        try {
            return ProviderSignInJson.read(new String(event.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
