package dev.assistant.adapters.json;

import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.adapters.json.ProviderSignInJson.Arrival;
import dev.assistant.failure.Failure;
import dev.assistant.identity.Client;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.LinkProof;
import dev.assistant.identity.LinkTicket;
import dev.assistant.identity.Provider;
import dev.assistant.identity.ProviderIdentity;
import dev.assistant.identity.RefreshToken;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProviderSignInJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void reads_who_came_as_it_was_written() {
        Arrival full = new Arrival(
                new ProviderIdentity(
                        Provider.GITHUB,
                        "42",
                        new EmailAddress("ada@example.com"),
                        true,
                        Optional.of("ada"),
                        Optional.of("Ada “Countess” Lovelace"),
                        Optional.of("https://avatars.example/ada")),
                new Client("192.0.2.7", "Browser/1"),
                Optional.of(new LinkProof("access", new LinkTicket("ticket"))));
        Arrival bare = new Arrival(
                new ProviderIdentity(
                        Provider.GOOGLE,
                        "42",
                        new EmailAddress("ada@example.com"),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Client("2001:db8::1", ""),
                Optional.empty());

        assertThat(List.of(full, bare))
                .allSatisfy(arrival -> assertThat(ProviderSignInJson.read(ProviderSignInJson.write(arrival)))
                        .isEqualTo(arrival));
        assertThat(full.toString()).doesNotContain("ada@example.com", "ticket", "access");
    }

    @Test
    void reads_a_session_as_it_was_answered_but_for_the_passwords_hash() {
        SignedIn signedIn = new SignedIn(
                aUser().withFullName("Ada").withPasswordHash("hush").build(),
                new SessionId(UUID.randomUUID()),
                "access",
                new RefreshToken("refresh"));

        String answer = JSON.writeValueAsString(SignedInJson.document(signedIn));
        SignedIn read = SignedInJson.read(answer);

        assertThat(answer).doesNotContain("hush");
        assertThat(read.session()).isEqualTo(signedIn.session());
        assertThat(read.accessToken()).isEqualTo("access");
        assertThat(read.refreshToken()).isEqualTo(signedIn.refreshToken());
        assertThat(read.user().id()).isEqualTo(signedIn.user().id());
        assertThat(read.user().fullName()).contains("Ada");
    }

    @Test
    void tells_a_link_from_a_sign_in() {
        String linked = JSON.writeValueAsString(SignedInJson.linked());
        SignedInJson.readLinked(linked);

        assertThatThrownBy(() -> SignedInJson.read(linked)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takes_half_of_a_proof_for_no_sign_in() {
        String whole = ProviderSignInJson.write(new Arrival(
                new ProviderIdentity(
                        Provider.GITHUB,
                        "42",
                        new EmailAddress("ada@example.com"),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Client("", ""),
                Optional.of(new LinkProof("access", new LinkTicket("ticket")))));

        for (String half : List.of("link_access_token", "link_ticket")) {
            assertThatThrownBy(() -> ProviderSignInJson.read(whole.replace(half, "other")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refuses_as_it_was_refused() {
        for (Failure failure : List.of(
                new Failure.Forbidden("No."),
                new Failure.Conflict("Not now."),
                new Failure.NotSignedIn("Who?"),
                new Failure.Unavailable("database", Duration.ofSeconds(1), new IllegalStateException()))) {
            String answer = JSON.writeValueAsString(SignedInJson.document(failure));

            assertThatThrownBy(() -> SignedInJson.read(answer)).isInstanceOf(failure.getClass());
            assertThatThrownBy(() -> SignedInJson.readLinked(answer)).isInstanceOf(failure.getClass());
        }
        String answer = JSON.writeValueAsString(SignedInJson.document(new Failure.Conflict("Not now.")));
        assertThatThrownBy(() -> SignedInJson.read(answer)).hasMessage("Not now.");
    }

    @Test
    void takes_nothing_else_for_an_answer_or_an_arrival() {
        for (String text : List.of("", "{}", "[]", "{\"signed_in\":{}}", "{\"refused\":{\"kind\":\"new\"}}")) {
            assertThatThrownBy(() -> SignedInJson.read(text)).as(text).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> SignedInJson.readLinked(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ProviderSignInJson.read(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
