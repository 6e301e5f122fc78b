package dev.assistant.adapters.kms;

import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.adapters.token.NimbusAccessTokens;
import dev.assistant.failure.Failure;
import dev.assistant.identity.AccessTokens;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.User;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.KmsClient;

class KmsTokenKeysTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    private KmsStub service;
    private KmsClient client;

    @BeforeEach
    void start() throws Exception {
        service = new KmsStub("old", "new");
        client = service.client();
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void signs_tokens_that_hold() {
        User ada = aUser().build();
        AccessTokens tokens = tokens("old");

        String token = tokens.issue(ada, new SessionId(UUID.randomUUID()), NOW);

        assertThat(tokens.verify(token, NOW).user()).isEqualTo(ada.id());
        assertThat(service.calls()).contains("Sign old");
    }

    @Test
    void rotates_without_refusing_anybody() {
        User ada = aUser().build();
        SessionId session = new SessionId(UUID.randomUUID());
        AccessTokens before = tokens("old");
        AccessTokens announced = tokens("old", "new");
        AccessTokens switched = tokens("new", "old");
        String early = before.issue(ada, session, NOW);
        String late = switched.issue(ada, session, NOW);

        assertThat(switched.verify(early, NOW).user()).isEqualTo(ada.id());
        assertThat(announced.verify(late, NOW).user()).isEqualTo(ada.id());
        assertThatThrownBy(() -> tokens("new").verify(early, NOW)).isInstanceOf(Failure.NotSignedIn.class);
    }

    @Test
    void asks_for_each_public_key_once() {
        AccessTokens tokens = tokens("new", "old");
        String token = tokens.issue(aUser().build(), new SessionId(UUID.randomUUID()), NOW);
        for (int n = 0; n < 3; n++) {
            assertThat(tokens.verify(token, NOW)).isNotNull();
        }

        assertThat(service.calls()).containsExactlyInAnyOrder("GetPublicKey new", "Sign new", "GetPublicKey old");
    }

    @Test
    void publishes_public_halves_only_and_nothing_of_the_account() {
        KmsTokenKeys keys = new KmsTokenKeys(client, List.of("old", "new"));

        assertThat(keys.trusted().getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
        assertThat(keys.publicJson()).contains("\"RS256\"").doesNotContain("\"old\"", "\"new\"");
    }

    @Test
    void says_that_the_key_does_not_answer() {
        try (KmsClient nowhere = KmsStub.client(URI.create("http://127.0.0.1:1"))) {
            KmsTokenKeys keys = new KmsTokenKeys(nowhere, List.of("old"));

            assertThatThrownBy(keys::signing).isInstanceOf(Failure.Unavailable.class);
        }
    }

    private AccessTokens tokens(String... keyIds) {
        return new NimbusAccessTokens(new KmsTokenKeys(client, List.of(keyIds)), "https://assistant.example");
    }
}
