package dev.assistant.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.FileCoverage;
import dev.assistant.review.Finding;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Upload;
import dev.assistant.review.UploadId;
import dev.assistant.review.UploadStore;
import dev.assistant.runtime.ScriptedEngine;
import dev.assistant.testkit.ReviewRequestBuilder;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Uploads on their way through a real object store and a real worker. */
class UploadReviewTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Stage stage = new Stage();

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    static Stream<Arguments> archives() {
        Packed project = new Packed()
                .with("app/main.py", "eval(input())\n")
                .with("./app/weird näme.py", "x = 'Grüße'\neval(x)\n")
                .with("app/latin.py", "# caf\u00e9\neval(y)\n".getBytes(StandardCharsets.ISO_8859_1))
                .with("app/logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2})
                .with("lib/inner.zip", new Packed().with("a.py", "eval(z)").zip())
                .with("node_modules/left/pad.js", "eval(z)")
                .linking("lib/passwd.py", "/etc/passwd")
                .with(".git/config", "[core]");
        return Stream.of(
                Arguments.of("project.zip", project.zip()),
                Arguments.of("project.tar.gz", project.tarGz()),
                Arguments.of("PROJECT.TGZ", project.tarGz()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void reviews_the_text_of_an_archive_and_says_what_it_set_aside(String name, byte[] bytes) throws Exception {
        JobId job = submitted(name, bytes);
        stage.worker(ScriptedEngine.reading());
        stage.awaitStatus(job, JobStatus.COMPLETED);

        ReviewReport report = stage.report(job);
        assertThat(report.findings())
                .extracting(Finding::path)
                .containsExactlyInAnyOrder("app/main.py", "app/weird näme.py", "app/latin.py");
        Map<String, String> reasons = new TreeMap<>();
        report.coverage().files().stream()
                .filter(file -> file.status() == FileCoverage.Status.SKIPPED)
                .forEach(file -> reasons.put(file.path(), file.reason().orElse("")));
        assertThat(reasons)
                .isEqualTo(Map.of(
                        "app/logo.png", "not text",
                        "lib/inner.zip", "an archive in the archive",
                        "lib/passwd.py", "not text (a link)",
                        "node_modules/left/pad.js", "third-party code (in node_modules/)",
                        ".git/config", "a tool's own files (in .git/)"));
        assertThat(stage.reviews.files(stage.owner, job, 0, 100))
                .extracting(SourceFile::path)
                .containsExactly("app/main.py", "app/weird näme.py", "app/latin.py");
        assertThat(stage.reviews.files(stage.owner, job, 0, 100).getLast().content())
                .startsWith("# café");
        assertNothingLeft();
    }

    @Test
    void reviews_a_single_file_under_its_path() throws Exception {
        JobId job = submitted("src/db.py", "\ufeffeval(x)\n".getBytes(StandardCharsets.UTF_8));
        stage.worker(ScriptedEngine.reading());
        stage.awaitStatus(job, JobStatus.COMPLETED);

        assertThat(stage.report(job).findings()).extracting(Finding::path).containsExactly("src/db.py");
        assertNothingLeft();
    }

    @Test
    void takes_five_thousand_files() throws Exception {
        Packed many = new Packed();
        for (int i = 0; i < Upload.MOST_FILES; i++) {
            many.with("src/f%04d.py".formatted(i), "# %s\nx = 1\n".formatted("filler ".repeat(60)));
        }
        many.with("src/folder/", "");
        JobId job = submitted("many.zip", many.zip());
        stage.worker(ScriptedEngine.reading());
        Stage.await(Duration.ofMinutes(2), () -> stage.job(job).status().isFinal());

        assertThat(stage.job(job).error()).isEmpty();
        assertThat(stage.report(job).coverage().files()).hasSize(Upload.MOST_FILES);
        assertThat(keys("sources/")).hasSize(Upload.MOST_FILES);
    }

    static Stream<Arguments> hostile() {
        Packed tooMany = new Packed();
        for (int i = 0; i <= Upload.MOST_FILES; i++) {
            tooMany.with("f" + i + ".py", "x");
        }
        Packed bomb = new Packed();
        for (int i = 0; i < 4; i++) {
            bomb.with("zeros" + i + ".py", new byte[9 * 1024 * 1024]);
        }
        return Stream.of(
                hostile("bomb.zip", "unpacks to far more", bomb.zip()),
                hostile("bomb.tgz", "unpacks to far more", bomb.tarGz()),
                hostile(
                        "escape.zip",
                        "cannot be used: ../evil.py",
                        new Packed().with("../evil.py", "x").zip()),
                hostile(
                        "escape.tgz",
                        "cannot be used: a/../../b.py",
                        new Packed().with("a/../../b.py", "x").tarGz()),
                hostile(
                        "absolute.tgz",
                        "cannot be used: /etc/passwd",
                        new Packed().with("/etc/passwd", "x").tarGz()),
                hostile(
                        "drive.zip",
                        "cannot be used: C:/x.py",
                        new Packed().with("C:/x.py", "x").zip()),
                hostile(
                        "link.zip",
                        "holds no text",
                        new Packed().linking("l.py", "/etc/passwd").zip()),
                hostile(
                        "link.tgz",
                        "cannot be used: ../l.py",
                        new Packed().linking("../l.py", "/etc/passwd").tarGz()),
                hostile(
                        "hard.tgz",
                        "holds no text",
                        new Packed().ofType(TarConstants.LF_LINK, "h.py").tarGz()),
                hostile(
                        "pipe.tgz",
                        "no file: p.py",
                        new Packed().ofType(TarConstants.LF_FIFO, "p.py").tarGz()),
                hostile(
                        "twice.zip",
                        "a path twice: A.PY",
                        new Packed().with("a.py", "x").with("A.PY", "y").zip()),
                hostile("many.zip", "more than 5,000 files", tooMany.zip()),
                hostile("many.tgz", "more than 5,000 files", tooMany.tarGz()),
                hostile(
                        "secret.zip",
                        "is encrypted",
                        new Packed().with("a.py", "x").encryptedZip()),
                hostile(
                        "deep.zip",
                        "more than 50 folders",
                        new Packed().with("d/".repeat(51) + "a.py", "x").zip()),
                hostile(
                        "names.tgz",
                        "too many words",
                        new Packed().announcing(2_000_000).with("a.py", "x").tarGz()),
                hostile("damaged.zip", "cannot be read", "no zip at all".getBytes(StandardCharsets.UTF_8)),
                hostile("damaged.tgz", "cannot be read", "no gzip at all".getBytes(StandardCharsets.UTF_8)),
                hostile(
                        "empty.zip",
                        "no text",
                        new Packed().with("a.png", new byte[] {0, 0}).zip()),
                hostile("binary.py", "not text", new byte[] {1, 0, 2}));
    }

    private static Arguments hostile(String name, String explanation, byte[] bytes) {
        return Arguments.of(name, explanation, Named.of("bytes", bytes));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void refuses_what_is_not_what_it_should_be_and_leaves_nothing_behind(String name, String explanation, byte[] bytes)
            throws Exception {
        JobId job = submitted(name, bytes);
        stage.worker(ScriptedEngine.reading());
        stage.awaitEnd(job);

        assertThat(stage.job(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(stage.job(job).error().orElseThrow()).contains(explanation);
        Stage.await(stage::isQueueEmpty);
        assertThat(keys("sources/")).isEmpty();
        assertNothingLeft();
    }

    @Test
    void refuses_late_what_leaves_much_text_behind_by_then() throws Exception {
        Packed archive = new Packed();
        for (int i = 0; i < 100; i++) {
            archive.with(
                    "f%d.py".formatted(i), "# %s\n".formatted(UUID.randomUUID()).repeat(300));
        }
        archive.with("../late.py", "x");
        JobId job = submitted("late.tgz", archive.tarGz());
        stage.worker(ScriptedEngine.reading());
        stage.awaitEnd(job);

        assertThat(stage.job(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(keys("sources/")).isEmpty();
        assertNothingLeft();
    }

    @Test
    void refuses_other_bytes_than_those_announced() throws Exception {
        Upload upload = announced("a.py", "eval(x)\n".getBytes(StandardCharsets.UTF_8));
        put(upload, "eval(x)\n".getBytes(StandardCharsets.UTF_8));
        stage.s3.putObject(
                request -> request.bucket(bucket()).key("uploads/" + stage.owner + "/" + upload.id()),
                RequestBody.fromString("eval(y)\n"));
        JobId job = stage.submit(
                ReviewRequestBuilder.aReviewOf(stage.owner).withUpload(upload).build());
        stage.worker(ScriptedEngine.reading());
        stage.awaitEnd(job);

        assertThat(stage.job(job).error().orElseThrow()).contains("checksum");
        assertNothingLeft();
    }

    private JobId submitted(String name, byte[] bytes) throws Exception {
        Upload upload = announced(name, bytes);
        put(upload, bytes);
        return stage.submit(
                ReviewRequestBuilder.aReviewOf(stage.owner).withUpload(upload).build());
    }

    private Upload announced(String name, byte[] bytes) throws Exception {
        Instant now = Instant.now();
        return stage.uploads.add(
                new Upload(
                        new UploadId(UUID.randomUUID()),
                        stage.owner,
                        name,
                        bytes.length,
                        Optional.of(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))),
                        now,
                        now.plusSeconds(600)),
                Optional.empty());
    }

    private void put(Upload upload, byte[] bytes) throws IOException, InterruptedException {
        UploadStore.Permit permit = stage.uploadStore.permit(upload, Instant.now());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(permit.url()).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
        permit.headers().forEach((header, value) -> {
            if (!header.toLowerCase(Locale.ROOT).equals("content-length")) {
                request.header(header, value);
            }
        });
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String bucket() {
        return stage.environment().getOrDefault("BUCKET_SOURCES", "");
    }

    private List<String> keys(String prefix) {
        return stage.s3.listObjectsV2Paginator(list -> list.bucket(bucket()).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private void assertNothingLeft() throws IOException {
        assertThat(keys("uploads/")).isEmpty();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(file -> file.startsWith("upload-") && file.endsWith(".part"));
        }
    }
}
