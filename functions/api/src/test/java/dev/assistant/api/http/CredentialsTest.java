package dev.assistant.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.assistant.adapters.token.FileTokenKeys;
import dev.assistant.adapters.token.NimbusAccessTokens;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.testkit.UserBuilder;
import dev.assistant.testkit.function.FunctionSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send what, by which credential. */
final class CredentialsTest {
    private final Gateway gateway = Gateway.shared();
    private final Person ada = Person.signedUp(gateway);

    @Test
    void nobody_gets_in_without_a_credential() {
        Reply reply = gateway.get("/users/me").send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer x", "Bearer a.b.c", "Basic YWRhOmFkYQ==", "x"})
    void nonsense_is_no_credential(String authorization) {
        assertThat(gateway.get("/users/me")
                        .header("Authorization", authorization)
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_expired_token_is_refused_and_says_so() {
        Instant earlier = Instant.now().minus(Duration.ofMinutes(16));
        String expired = tokens(keysFile()).issue(user(), session(), earlier);

        Reply reply = gateway.get("/users/me").bearer(expired).send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("/detail")).contains("expired");
    }

    @Test
    void a_token_signed_with_another_key_is_refused() throws IOException, JOSEException {
        Path others = Files.createTempFile("other-keys", ".json");
        Files.writeString(
                others, new JWKSet(new RSAKeyGenerator(2048).keyID("first").generate()).toString(false));
        String forged = tokens(others).issue(user(), session(), Instant.now());

        assertThat(gateway.get("/users/me").bearer(forged).send().status()).isEqualTo(401);
    }

    @Test
    void a_token_that_says_it_needs_no_signature_is_refused() {
        String[] parts = ada.accessToken().split("\\.");
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(gateway.get("/users/me")
                        .bearer(header + "." + parts[1] + ".")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_good_token_of_a_session_that_never_was_is_refused() {
        String token = tokens(keysFile()).issue(user(), new SessionId(UUID.randomUUID()), Instant.now());

        assertThat(gateway.get("/users/me").bearer(token).send().status()).isEqualTo(401);
    }

    @Test
    void keys_are_refused_with_a_reason() {
        Reply reply =
                gateway.get("/users/me").header("X-API-Key", "dak_something").send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("/detail")).contains("API key does not hold");
    }

    @Test
    void a_browser_reads_by_cookie_alone() {
        assertThat(ada.browse("GET", "/users/me").send().status()).isEqualTo(200);
    }

    @Test
    void a_browser_changes_nothing_without_proof_of_intent() {
        Map<String, String> change = Map.of("full_name", "Eve");

        assertThat(ada.browse("PATCH", "/users/me").json(change).send().status())
                .isEqualTo(403);
        assertThat(ada.browse("PATCH", "/users/me")
                        .header("X-CSRF-Token", Person.signedUp(gateway).csrf())
                        .json(change)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(ada.get("/users/me").send().json().path("full_name").isNull())
                .isTrue();
    }

    @Test
    void a_browser_changes_with_the_token_of_its_session() {
        assertThat(ada.browse("PATCH", "/users/me")
                        .header("X-CSRF-Token", ada.csrf())
                        .header("Origin", FunctionSettings.OWN_ORIGIN)
                        .json(Map.of("full_name", "Ada"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_page_of_somebody_else_changes_nothing_even_with_the_right_token() {
        Map<String, String> change = Map.of("full_name", "Eve");

        assertThat(ada.browse("PATCH", "/users/me")
                        .header("X-CSRF-Token", ada.csrf())
                        .header("Origin", "https://elsewhere.example")
                        .json(change)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(ada.browse("PATCH", "/users/me")
                        .header("X-CSRF-Token", ada.csrf())
                        .header("Sec-Fetch-Site", "cross-site")
                        .json(change)
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_bearer_needs_no_proof_of_intent() {
        assertThat(ada.call("PATCH", "/users/me")
                        .json(Map.of("full_name", "Ada"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private Path keysFile() {
        return Path.of(gateway.surroundings().get("TOKEN_KEYS_FILE"));
    }

    private static NimbusAccessTokens tokens(Path keys) {
        return new NimbusAccessTokens(FileTokenKeys.read(keys), FunctionSettings.OWN_ORIGIN);
    }

    private User user() {
        User anyone = UserBuilder.aUser().build();
        return new User(
                new UserId(UUID.fromString(ada.id())),
                anyone.email(),
                anyone.username(),
                anyone.passwordHash(),
                anyone.fullName(),
                anyone.avatarUrl(),
                anyone.role(),
                anyone.active(),
                anyone.emailVerified(),
                anyone.createdAt(),
                anyone.updatedAt(),
                anyone.lastLogin());
    }

    /** The session inside a token that holds. */
    private SessionId session() {
        String claims =
                new String(Base64.getUrlDecoder().decode(ada.accessToken().split("\\.")[1]), StandardCharsets.UTF_8);
        return new SessionId(UUID.fromString(claims.replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1")));
    }
}
