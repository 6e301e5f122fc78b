package dev.assistant.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Deployed;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Leftovers;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import dev.assistant.progress.JobEvent;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.workflow.Lease;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;

/** Deleting an account. */
final class DeletionTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void erases_everything_of_the_account_and_nothing_of_others() {
        Person bob = Person.signedUp(GATEWAY);
        String job = busyReview(ada);
        String others = busyReview(bob);
        upload(ada);
        upload(bob);
        String key = useKey(ada);
        assertThat(Leftovers.of(GATEWAY.surroundings(), ada.id()))
                .contains("users", "workflow_executions", "sessions", "api_keys", "TABLE_CONNECTIONS", "TABLE_LIMITS");

        Reply deleted = ada.call("DELETE", "/users/me").send();

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(Leftovers.of(GATEWAY.surroundings(), ada.id())).isEmpty();
        assertThat(Leftovers.of(GATEWAY.surroundings(), ada.email())).isEmpty();
        assertThat(Leftovers.of(GATEWAY.surroundings(), job)).isEmpty();
        assertThat(GATEWAY.get("/users/me").header("X-API-Key", key).send().status())
                .isEqualTo(401);
        assertThat(bob.get("/code-review/" + others + "/files").send().status()).isEqualTo(200);
        assertThat(bob.get("/code-review/" + others + "/events").send().json().path("items"))
                .hasSize(1);
        assertThat(Leftovers.of(GATEWAY.surroundings(), bob.id())).anyMatch(place -> place.startsWith("uploads/"));
    }

    @Test
    void lets_nobody_in_any_more_and_frees_the_address() {
        Person browser = Person.signedIn(GATEWAY, ada.email());

        Reply deleted = browser.browse("DELETE", "/users/me")
                .header("X-CSRF-Token", browser.csrf())
                .send();

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.cookieLine("__Host-access").orElseThrow()).contains("Max-Age=0");
        assertThat(ada.get("/users/me").send().status()).isEqualTo(401);
        assertThat(login(ada.email()).status()).isEqualTo(401);
        assertThat(GATEWAY.post("/auth/refresh")
                        .json(Map.of("refresh_token", ada.refreshToken()))
                        .send()
                        .status())
                .isEqualTo(401);
        Reply again = GATEWAY.post("/auth/register")
                .from(Person.freshAddress())
                .json(Map.of(
                        "email",
                        ada.email(),
                        "username",
                        "again" + ada.id().substring(28),
                        "password",
                        Person.PASSWORD))
                .send();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isNotEqualTo(ada.id());
    }

    @Test
    void keeps_a_worker_that_has_not_noticed_from_leaving_something_behind() {
        String job = submit(ada);
        Lease lease = WORKER.take(job);
        WORKER.tell(lease, new JobEvent.Progressed("analyzing", 10));

        ada.call("DELETE", "/users/me").send();
        WORKER.tell(lease, new JobEvent.Progressed("analyzing", 20));

        assertThat(Leftovers.of(GATEWAY.surroundings(), job)).isEmpty();
    }

    @Test
    void closes_the_account_at_once_and_leaves_to_the_sweep_what_cannot_be_erased_now() {
        String job = busyReview(ada);
        Deployed cutOff =
                Deployed.start("users", GATEWAY.surroundings().with("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1"));

        JsonNode answer = cutOff.invoke(Map.of(
                "httpMethod",
                "DELETE",
                "path",
                "/api/v1/users/me",
                "headers",
                Map.of("Authorization", "Bearer " + ada.accessToken())));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(204);
        assertThat(login(ada.email()).status()).isEqualTo(401);
        assertThat(Leftovers.of(GATEWAY.surroundings(), ada.email())).isEmpty();
        assertThat(Leftovers.of(GATEWAY.surroundings(), job)).contains("workflow_executions");
        JsonNode swept = GATEWAY.function("sweep").invoke(Map.of("source", "aws.events"));
        assertThat(swept.path("accounts_erased").asInt()).isPositive();
        assertThat(Leftovers.of(GATEWAY.surroundings(), ada.id())).isEmpty();
        assertThat(Leftovers.of(GATEWAY.surroundings(), job)).isEmpty();
    }

    /** With code in the bucket, an event, and somebody who watches. */
    private static String busyReview(Person person) {
        String job = person.post("/code-review")
                .json(Map.of("code", "# a comment that is not very interesting\n".repeat(20_000), "language", "python"))
                .send()
                .text("/job_id");
        WORKER.tell(WORKER.take(job), new JobEvent.Progressed("analyzing", 10));
        WORKER.watch(job, person.id());
        return job;
    }

    private static String submit(Person person) {
        return person.post("/code-review")
                .json(Map.of("code", "x = 1", "language", "python"))
                .send()
                .text("/job_id");
    }

    private static void upload(Person person) {
        try (S3Client client = LocalClients.s3(Engines.objects().endpoint())) {
            client.putObject(
                    put -> put.bucket(GATEWAY.surroundings().get("BUCKET_SOURCES"))
                            .key("uploads/" + person.id() + "/1"),
                    RequestBody.fromString("zip"));
        }
    }

    private static String useKey(Person person) {
        String key = person.post("/users/me/api-keys")
                .json(Map.of("name", "CI", "scopes", List.of("read")))
                .send()
                .text("/key");
        GATEWAY.get("/users/me").header("X-API-Key", key).send();
        return key;
    }

    private static Reply login(String email) {
        return GATEWAY.post("/auth/login")
                .from(Person.freshAddress())
                .json(Map.of("email", email, "password", Person.PASSWORD))
                .send();
    }
}
