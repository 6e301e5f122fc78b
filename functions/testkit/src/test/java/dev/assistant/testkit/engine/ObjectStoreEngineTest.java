package dev.assistant.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class ObjectStoreEngineTest {

    @Test
    void keeps_objects_over_a_restart(@TempDir Path directory) {
        try (ObjectStoreEngine engine = ObjectStoreEngine.start(directory, 0, List.of("http://localhost:8080"));
                S3Client client = LocalClients.s3(engine.endpoint())) {
            Provision.bucket(client, "sources");
            client.putObject(put -> put.bucket("sources").key("user/job.txt"), RequestBody.fromString("print(1)"));
        }

        try (ObjectStoreEngine engine = ObjectStoreEngine.start(directory, 0, List.of("http://localhost:8080"));
                S3Client client = LocalClients.s3(engine.endpoint())) {
            Provision.bucket(client, "sources");

            assertThat(client.getObjectAsBytes(get -> get.bucket("sources").key("user/job.txt"))
                            .asUtf8String())
                    .isEqualTo("print(1)");
            assertThatThrownBy(() ->
                            client.headObject(head -> head.bucket("sources").key("absent")))
                    .isInstanceOf(NoSuchKeyException.class);
        }
    }

    @Test
    void pages_of_a_known_origin_may_put_and_others_may_not(@TempDir Path directory) throws Exception {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "origin,access-control-request-method");
        try (ObjectStoreEngine engine = ObjectStoreEngine.start(directory, 0, List.of("http://localhost:8080"));
                S3Client client = LocalClients.s3(engine.endpoint())) {
            Provision.bucket(client, "sources");

            assertThat(preflight(engine, "http://localhost:8080")).isEqualTo("http://localhost:8080");
            assertThat(preflight(engine, "http://evil.example")).isEmpty();
        }
    }

    /** The origin that the answer to a browser's question allows. */
    private static String preflight(ObjectStoreEngine engine, String origin) throws Exception {
        HttpRequest question = HttpRequest.newBuilder(engine.endpoint().resolve("/sources/uploads/a"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "x-amz-checksum-sha256")
                .build();
        return HttpClient.newHttpClient()
                .send(question, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }

    @Test
    void takes_a_presigned_upload_and_refuses_a_tampered_one() throws Exception {
        ObjectStoreEngine engine = Engines.objects();
        try (S3Client client = LocalClients.s3(engine.endpoint());
                S3Presigner presigner = presigner(engine.endpoint());
                HttpClient http = HttpClient.newHttpClient()) {
            Provision.bucket(client, "uploads");
            URI address = presigner
                    .presignPutObject(request -> request.signatureDuration(Duration.ofMinutes(5))
                            .putObjectRequest(put -> put.bucket("uploads").key("a.zip")))
                    .url()
                    .toURI();

            assertThat(put(http, address)).isEqualTo(200);
            assertThat(put(http, URI.create(address.toString().replace("a.zip", "b.zip"))))
                    .isEqualTo(403);
        }
    }

    private static int put(HttpClient http, URI address) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(address)
                                .PUT(HttpRequest.BodyPublishers.ofString("content"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static S3Presigner presigner(URI endpoint) {
        return S3Presigner.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Engines.REGION))
                .credentialsProvider(LocalClients.CREDENTIALS)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }
}
