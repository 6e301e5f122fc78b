package dev.assistant.adapters.json;

import dev.assistant.identity.Client;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.LinkProof;
import dev.assistant.identity.LinkTicket;
import dev.assistant.identity.Provider;
import dev.assistant.identity.ProviderIdentity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What the function that speaks with providers tells the one that keeps accounts, as JSON. Thread-safe. */
public final class ProviderSignInJson {
    private ProviderSignInJson() {}

    /**
     * Who came, from where.
     *
     * @param link whose account to link with instead of letting them in; empty to let them in
     */
    public record Arrival(ProviderIdentity identity, Client client, Optional<LinkProof> link) {}

    public static String write(Arrival arrival) {
        ProviderIdentity identity = arrival.identity();
        return WireJson.MAPPER.writeValueAsString(new Document(
                identity.provider().word(),
                identity.subject(),
                identity.email().value(),
                identity.emailVerified(),
                identity.login().orElse(null),
                identity.fullName().orElse(null),
                identity.avatarUrl().orElse(null),
                arrival.client().address(),
                arrival.client().agent(),
                arrival.link().map(LinkProof::accessToken).orElse(null),
                arrival.link().map(proof -> proof.ticket().text()).orElse(null)));
    }

    /** @throws IllegalArgumentException when it is no such message */
    public static Arrival read(String body) {
        try {
            return WireJson.MAPPER.readValue(body, Document.class).arrival();
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a message about a sign-in");
        }
    }

    /** The wire form. */
    private record Document(
            @Nullable String provider,
            @Nullable String subject,
            @Nullable String email,
            boolean emailVerified,
            @Nullable String login,
            @Nullable String fullName,
            @Nullable String avatarUrl,
            @Nullable String address,
            @Nullable String agent,
            @Nullable String linkAccessToken,
            @Nullable String linkTicket) {
        Arrival arrival() {
            return new Arrival(
                    new ProviderIdentity(
                            Provider.named(required(provider))
                                    .orElseThrow(() -> new IllegalArgumentException("no known provider")),
                            required(subject),
                            new EmailAddress(required(email)),
                            emailVerified,
                            Optional.ofNullable(login),
                            Optional.ofNullable(fullName),
                            Optional.ofNullable(avatarUrl)),
                    new Client(required(address), required(agent)),
                    link());
        }

        /** A half of it is no sign-in: whoever wanted to link must not be let into another account instead. */
        private Optional<LinkProof> link() {
            return linkAccessToken == null && linkTicket == null
                    ? Optional.empty()
                    : Optional.of(new LinkProof(required(linkAccessToken), new LinkTicket(required(linkTicket))));
        }

        private static String required(@Nullable String value) {
            if (value == null) {
                throw new IllegalArgumentException("a message about a sign-in lacks a field");
            }
            return value;
        }
    }
}
