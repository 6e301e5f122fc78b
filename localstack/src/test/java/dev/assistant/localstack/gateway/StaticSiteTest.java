package dev.assistant.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaticSiteTest {

    private static final String SCRIPT = "export const x = 1;\n".repeat(200);

    @SuppressWarnings("NullAway.Init")
    private GatewayFixture fixture;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        fixture = new GatewayFixture(directory);
        Files.writeString(fixture.pages.resolve("index.html"), "<!doctype html><title>App</title>");
        Files.createDirectories(fixture.pages.resolve("assets"));
        Files.writeString(fixture.pages.resolve("assets/index-AbC123.js"), SCRIPT);
        Files.writeString(directory.resolve("secret.txt"), "not a page");
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/history", "/reviews/0198c1de-0000", "/index.html"})
    void serves_the_application_at_every_page(String path) throws Exception {
        HttpResponse<String> response = fixture.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("<title>App</title>");
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void lets_browsers_keep_hashed_files_for_ever() throws Exception {
        HttpResponse<String> response = fixture.get("/assets/index-AbC123.js");

        assertThat(response.body()).isEqualTo(SCRIPT);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(response.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
    }

    @Test
    void compresses_for_those_who_can_read_it() throws Exception {
        HttpResponse<byte[]> response = fixture.http.send(
                fixture.request("/assets/index-AbC123.js")
                        .header("Accept-Encoding", "br, gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(SCRIPT);
        }
    }

    @Test
    void answers_not_modified_to_those_who_have_it() throws Exception {
        String tag = fixture.get("/").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> response = fixture.send(fixture.request("/").header("If-None-Match", tag));

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void sends_the_edges_security_headers_but_no_order_to_use_https() throws Exception {
        HttpResponse<String> response = fixture.get("/");

        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).isPresent();
        assertThat(response.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/missing.js",
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/assets/..%2f..%2fsecret.txt",
                "/assets/%2e%2e%2f%2e%2e%2fsecret.txt"
            })
    void serves_nothing_outside_its_directory(String path) throws Exception {
        HttpResponse<String> response = fixture.get(path);

        assertThat(response.statusCode()).isBetween(400, 404);
        assertThat(response.body()).doesNotContain("not a page");
    }

    @Test
    void answers_405_to_other_methods() throws Exception {
        HttpResponse<String> response = fixture.send(fixture.request("/history").POST(BodyPublishers.ofString("x")));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }
}
