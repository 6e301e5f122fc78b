package dev.assistant.adapters.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.adapters.kms.KmsStub;
import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.repository.TokenSeal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.KmsClient;

class KmsTokenSealTest {
    private static final String TOKEN = "github_pat_" + "tokenOfAda".repeat(3);

    private final UserId ada = new UserId(UUID.randomUUID());

    private KmsStub service;
    private KmsClient client;
    private TokenSeal seal;

    @BeforeEach
    void start() throws Exception {
        service = new KmsStub("grants", "other");
        client = service.client();
        seal = new KmsTokenSeal(client, "grants");
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void has_the_key_service_seal_and_open() {
        String sealed = seal.seal(ada, TOKEN);

        assertThat(seal.open(ada, sealed)).isEqualTo(TOKEN);
        assertThat(sealed).doesNotContain(TOKEN);
        assertThat(service.calls()).containsExactly("Encrypt grants", "Decrypt grants");
    }

    @Test
    void opens_nothing_for_somebody_else_or_with_another_key_or_that_was_never_sealed() {
        String sealed = seal.seal(ada, TOKEN);

        assertUnreadable(seal, new UserId(UUID.randomUUID()), sealed);
        assertUnreadable(new KmsTokenSeal(client, "other"), ada, sealed);
        assertUnreadable(
                seal, ada, Base64.getEncoder().encodeToString("no such thing, ever".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void says_that_it_is_unavailable_when_the_key_service_is_not_there() {
        TokenSeal gone = new KmsTokenSeal(client, "deleted");

        assertThatThrownBy(() -> gone.seal(ada, TOKEN)).isInstanceOf(Failure.Unavailable.class);
        assertThatThrownBy(() -> gone.open(ada, "AAAA")).isInstanceOf(Failure.Unavailable.class);
    }

    private static void assertUnreadable(TokenSeal seal, UserId owner, String sealed) {
        assertThatThrownBy(() -> seal.open(owner, sealed))
                .isInstanceOf(Failure.Conflict.class)
                .hasMessageContaining("Give it anew");
    }
}
