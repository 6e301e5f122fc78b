package dev.assistant.runtime.upload;

import dev.assistant.failure.Failure;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Summary;
import dev.assistant.review.Units.SetAside;
import dev.assistant.review.Upload;
import dev.assistant.review.UploadStore;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.workflow.Leases.Checkpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns what was uploaded into the files of a review. The bytes lie in a temporary file meanwhile, and are gone from the store
 * of uploads afterwards, whatever became of them. A checkpoint keeps a resumed review from doing it again. Thread-safe.
 */
public final class UnpackUpload {
    private static final String CHECKPOINT = "unpacked";
    private static final JsonMapper JSON = new JsonMapper();

    private final UploadStore store;
    private final ArchiveLimits limits;

    public UnpackUpload(UploadStore store, ArchiveLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * Unpacks the upload of a review, unless that was done before.
     *
     * @return what was set aside on purpose
     * @throws RefusedUpload when it is not what it should be; then nothing of it is left
     * @throws InterruptedException when the job is to stop
     */
    public List<SetAside> unpack(JobRun run, ReviewRequest request, Upload upload) throws InterruptedException {
        Optional<List<SetAside>> done = unpackedBefore(run);
        if (done.isPresent()) {
            store.delete(upload);
            return done.get();
        }
        try {
            UploadedFiles files = fetched(run, request, upload);
            run.say(
                    "executor",
                    "Unpacked %s: %s, %s set aside."
                            .formatted(
                                    upload.fileName(),
                                    Summary.count(files.taken(), "file"),
                                    files.setAside().size()));
            run.store(new Checkpoint(CHECKPOINT, written(files.setAside())));
            store.delete(upload);
            return files.setAside();
        } catch (RefusedUpload refused) {
            store.delete(upload);
            throw refused;
        } catch (CancellationException cancelled) {
            throw new InterruptedException();
        }
    }

    /** What was set aside when an upload was unpacked for this job, or for the one that it goes on from; empty when none was. */
    public Optional<List<SetAside>> unpackedBefore(JobRun run) {
        return run.stored().stream()
                .filter(checkpoint -> checkpoint.step().equals(CHECKPOINT))
                .findFirst()
                .map(checkpoint -> read(checkpoint.content()));
    }

    private UploadedFiles fetched(JobRun run, ReviewRequest request, Upload upload) {
        try {
            Path file = Files.createTempFile("upload-", ".part");
            try {
                fetch(upload, file);
                UploadedFiles files = new UploadedFiles(file, upload, request.language(), limits);
                run.unpack(request, files);
                return files;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Length and checksum were signed, so the store has refused other bytes; not every store that imitates S3 does. */
    private void fetch(Upload upload, Path file) throws IOException {
        MessageDigest sha256 = sha256();
        long bytes;
        try (InputStream stored = new DigestInputStream(store.open(upload), sha256);
                OutputStream copy = Files.newOutputStream(file)) {
            bytes = new CountedStream(stored, read -> {}).transferTo(copy);
        } catch (Failure.NotFound e) {
            throw new RefusedUpload("What was uploaded is not there any more. Upload it again.", e);
        }
        if (bytes != upload.size()) {
            throw new RefusedUpload("What was uploaded has not the size that was announced. Upload it again.");
        }
        String actual = HexFormat.of().formatHex(sha256.digest());
        if (upload.sha256().filter(announced -> !announced.equals(actual)).isPresent()) {
            throw new RefusedUpload("What was uploaded has not the checksum that was announced. Upload it again.");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String written(List<SetAside> all) {
        return JSON.writeValueAsString(all.stream().map(StoredSetAside::of).toList());
    }

    private static List<SetAside> read(String json) {
        return List.of(JSON.readValue(json, StoredSetAside[].class)).stream()
                .map(StoredSetAside::toSetAside)
                .toList();
    }
}
