package dev.assistant.api.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Leftovers;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Uploads from their announcement to a submitted review, with a real object store. */
class UploadTest {
    private static final Gateway GATEWAY = Gateway.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] CODE = "print(1)\n".getBytes(StandardCharsets.UTF_8);

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void what_was_put_in_its_place_can_be_submitted_once() throws Exception {
        Reply upload = announce(ada, CODE);

        int early = submit(ada, upload).status();
        int put = put(upload, CODE, Map.of());
        Reply submitted = submit(ada, upload);

        assertThat(upload.status()).isEqualTo(201);
        assertThat(upload.text("/headers/content-length")).isEqualTo("9");
        assertThat(upload.text("/headers/content-type")).isEqualTo("application/octet-stream");
        assertThat(upload.text("/url")).contains("/uploads/" + ada.id() + "/").contains("X-Amz-Signature=");
        assertThat(early).isEqualTo(409);
        assertThat(put).isEqualTo(200);
        assertThat(submitted.status()).isEqualTo(202);
        assertThat(submit(ada, upload).status()).isEqualTo(409);
        assertThat(ada.get("/code-review/history").send().text("/items/0/file_path"))
                .isEqualTo("a.py");
    }

    @Test
    void a_repeated_submission_answers_the_first_one() throws Exception {
        Reply upload = announce(ada, CODE);
        put(upload, CODE, Map.of());
        Map<String, String> body = Map.of("upload_id", upload.text("/upload_id"));

        Reply first = ada.post("/code-review")
                .header("Idempotency-Key", "once")
                .json(body)
                .send();
        Reply again = ada.post("/code-review")
                .header("Idempotency-Key", "once")
                .json(body)
                .send();

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.text("/job_id")).isEqualTo(first.text("/job_id"));
    }

    @Test
    void the_store_takes_no_other_length_and_no_other_checksum() throws Exception {
        Reply upload = announce(ada, CODE);
        byte[] longer = "print(1)\n#".getBytes(StandardCharsets.UTF_8);

        assertThat(put(upload, longer, Map.of())).isBetween(400, 499);
        assertThat(put(upload, CODE, Map.of("x-amz-checksum-sha256", "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=")))
                .isBetween(400, 499);
        assertThat(put(upload, CODE, Map.of("content-type", "application/x-www-form-urlencoded")))
                .isBetween(400, 499);
        assertThat(submit(ada, upload).status()).isEqualTo(409);
    }

    @Test
    void somebody_elses_upload_is_as_unknown_as_none() throws Exception {
        Reply upload = announce(ada, CODE);
        put(upload, CODE, Map.of());
        Person eve = Person.signedUp(GATEWAY);

        assertThat(submit(eve, upload).status()).isEqualTo(404);
        assertThat(ada.post("/code-review")
                        .json(Map.of("upload_id", UUID.randomUUID().toString()))
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(submit(ada, upload).status()).isEqualTo(202);
    }

    @Test
    void announcements_that_make_no_sense_are_refused_by_field() {
        assertThat(announce(ada, Map.of()).complaintFields()).containsExactlyInAnyOrder("file_name", "size_bytes");
        assertThat(announce(ada, Map.of("file_name", "../a.py", "size_bytes", 0, "sha256", "x"))
                        .complaintFields())
                .containsExactlyInAnyOrder("file_name", "size_bytes", "sha256");
        Reply file = announce(ada, Map.of("file_name", "a.py", "size_bytes", 10 * 1024 * 1024 + 1));
        Reply archive = announce(ada, Map.of("file_name", "a.zip", "size_bytes", 100 * 1024 * 1024 + 1));
        assertThat(file.status()).isEqualTo(413);
        assertThat(archive.status()).isEqualTo(413);
        assertThat(announce(ada, Map.of("file_name", "a.tar.gz", "size_bytes", 100 * 1024 * 1024))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_repeated_announcement_is_the_same_upload() {
        Map<String, Object> body = Map.of("file_name", "a.py", "size_bytes", 9);
        Reply first = ada.post("/code-review/uploads")
                .header("Idempotency-Key", "up")
                .json(body)
                .send();
        Reply again = ada.post("/code-review/uploads")
                .header("Idempotency-Key", "up")
                .json(body)
                .send();
        Reply other = ada.post("/code-review/uploads")
                .header("Idempotency-Key", "up")
                .json(Map.of("file_name", "b.py", "size_bytes", 9))
                .send();

        assertThat(again.text("/upload_id")).isEqualTo(first.text("/upload_id"));
        assertThat(other.status()).isEqualTo(409);
    }

    @Test
    void exactly_one_way_of_sending_code_is_taken() throws Exception {
        Reply upload = announce(ada, CODE);
        put(upload, CODE, Map.of());

        Reply both = ada.post("/code-review")
                .json(Map.of("upload_id", upload.text("/upload_id"), "code", "x"))
                .send();

        assertThat(both.complaintFields()).containsExactly("code");
    }

    @Test
    void what_is_too_large_is_told_where_to_go() {
        Reply reply = ada.post("/code-review")
                .json(Map.of("code", "x".repeat(5 * 1024 * 1024)))
                .send();

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text("/detail")).contains("/api/v1/code-review/uploads");
    }

    @Test
    void uploads_that_nobody_used_are_swept_with_their_bytes() throws Exception {
        Reply upload = announce(ada, CODE);
        put(upload, CODE, Map.of());
        GATEWAY.surroundings()
                .sql("update uploads set expires_at = now() - interval '1 minute' where id = '%s'"
                        .formatted(upload.text("/upload_id")));

        assertThat(submit(ada, upload).status()).isEqualTo(409);
        GATEWAY.function("sweep").invoke(Map.of("detail-type", "Scheduled Event"));

        assertThat(submit(ada, upload).status()).isEqualTo(404);
        assertThat(Leftovers.of(GATEWAY.surroundings(), upload.text("/upload_id")))
                .isEmpty();
    }

    private static Reply announce(Person person, byte[] bytes) throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        return announce(person, Map.of("file_name", "a.py", "size_bytes", bytes.length, "sha256", sha256));
    }

    private static Reply announce(Person person, Map<String, ?> body) {
        return person.post("/code-review/uploads").json(body).send();
    }

    private static Reply submit(Person person, Reply upload) {
        return person.post("/code-review")
                .json(Map.of("upload_id", upload.text("/upload_id")))
                .send();
    }

    private static int put(Reply upload, byte[] bytes, Map<String, String> instead)
            throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>();
        upload.json()
                .path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        headers.putAll(instead);
        headers.remove("content-length");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(upload.text("/url")))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
