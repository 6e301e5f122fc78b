package dev.assistant.adapters.json;

import dev.assistant.identity.Client;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.Provider;
import dev.assistant.identity.ProviderIdentity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What the function that speaks with providers tells the one that keeps accounts, as JSON. Thread-safe. */
public final class ProviderSignInJson {
    private ProviderSignInJson() {}

    /** Who came, from where. */
    public record Arrival(ProviderIdentity identity, Client client) {}

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
                arrival.client().agent()));
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
            @Nullable String agent) {
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
                    new Client(required(address), required(agent)));
        }

        private static String required(@Nullable String value) {
            if (value == null) {
                throw new IllegalArgumentException("a message about a sign-in lacks a field");
            }
            return value;
        }
    }
}
