package dev.assistant.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often one may ask, and what happens when something does not answer. */
final class LimitsTest {
    private final Gateway gateway = Gateway.shared();

    @Test
    void the_hundred_and_first_request_of_a_minute_is_refused_and_says_when_to_come_back() {
        Person ada = Person.signedUp(gateway);
        Reply first = ada.get("/users/me").send();
        assertThat(first.header("RateLimit-Limit")).isEqualTo("100");
        assertThat(first.header("RateLimit-Remaining")).isEqualTo("99");

        for (int request = 2; request <= 100; request++) {
            assertThat(ada.get("/users/me").send().status()).isEqualTo(200);
        }
        Reply refused = ada.get("/code-review/history").send();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(Person.signedUp(gateway).get("/users/me").send().status()).isEqualTo(200);
    }

    @Test
    void strangers_are_counted_by_their_network() {
        for (int request = 1; request <= 100; request++) {
            register("2001:db8::" + request);
        }

        assertThat(register("2001:db8::ffff").status()).isEqualTo(429);
        assertThat(register("2001:db8:1::1").status()).isEqualTo(422);
    }

    @Test
    void while_requests_cannot_be_counted_they_pass() {
        Person ada = Person.signedUp(gateway);
        Gateway uncounted = new Gateway(gateway.surroundings().with("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1"));

        Reply reply = uncounted.get("/users/me").bearer(ada.accessToken()).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers("RateLimit-Limit")).isEmpty();
    }

    @Test
    void a_database_that_does_not_answer_is_said_to_be_down_for_now() {
        Person ada = Person.signedUp(gateway);
        Gateway cutOff = new Gateway(gateway.surroundings().with("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none"));

        Reply reply = cutOff.get("/users/me").bearer(ada.accessToken()).send();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotEmpty();
        assertThat(reply.text("/detail")).contains("database").doesNotContain("127.0.0.1", "jdbc");
    }

    private Reply register(String address) {
        return gateway.post("/auth/register").from(address).json(Map.of()).send();
    }
}
