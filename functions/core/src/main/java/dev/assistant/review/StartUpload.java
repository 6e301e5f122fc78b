package dev.assistant.review;

import dev.assistant.failure.Failure;
import dev.assistant.failure.FieldErrors;
import dev.assistant.id.Ids;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.idempotency.RequestDigest;
import dev.assistant.identity.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Lets somebody put a file or an archive into the store. Idempotent by the caller's key. Thread-safe. */
public final class StartUpload {
    private static final int CHECKSUM_BYTES = 32;

    private final Uploads uploads;
    private final UploadStore store;
    private final Ids ids;
    private final InstantSource clock;

    public StartUpload(Uploads uploads, UploadStore store, Ids ids, InstantSource clock) {
        this.uploads = uploads;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is to be uploaded, as sent. */
    public record Announcement(
            UserId owner, String fileName, long size, Optional<String> sha256, Optional<String> idempotencyKey) {}

    /** An upload that may begin. */
    public record Started(Upload upload, UploadStore.Permit permit) {}

    /**
     * @throws Failure.Invalid naming every field that needs another value
     * @throws Failure.TooLarge when the file or archive is too large
     * @throws Failure.Conflict when the idempotency key was used for another upload
     */
    public Started start(Announcement announced) {
        Instant now = clock.instant();
        FieldErrors errors = new FieldErrors();
        errors.addIf("file_name", FilePaths.complaint(announced.fileName()));
        if (announced.size() < 1) {
            errors.add("size_bytes", "There is nothing to upload. Give the file's size in bytes.");
        }
        Optional<String> sha256 = announced.sha256().map(text -> checksum(text, errors));
        errors.refuseIfAny();
        refuseLarge(announced);
        Upload upload = new Upload(
                new UploadId(ids.next()),
                announced.owner(),
                announced.fileName(),
                announced.size(),
                sha256,
                now,
                now.plus(Upload.LIFETIME));
        Upload stored = uploads.add(upload, announced.idempotencyKey().map(key -> key(key, upload)));
        return new Started(stored, store.permit(stored, now));
    }

    private static void refuseLarge(Announcement announced) {
        boolean isFile = Upload.formatOf(announced.fileName()) == Upload.Format.FILE;
        if (isFile && announced.size() > Upload.LARGEST_FILE_BYTES) {
            throw new Failure.TooLarge("A file may have 10 MB. Split it, or put several into a zip or tar.gz archive.");
        }
        if (announced.size() > Upload.LARGEST_ARCHIVE_BYTES) {
            throw new Failure.TooLarge("An archive may have 100 MB. Leave out what need not be reviewed.");
        }
    }

    /** Tools print SHA-256 in hexadecimal, S3 wants it in base64: either will do. */
    private static String checksum(String text, FieldErrors errors) {
        String hex = text.toLowerCase(Locale.ROOT);
        if (hex.matches("[0-9a-f]{64}")) {
            return hex;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == CHECKSUM_BYTES) {
                return HexFormat.of().formatHex(bytes);
            }
        } catch (IllegalArgumentException e) {
            errors.add("sha256", "Give the SHA-256 of the bytes, in hexadecimal or base64.");
            return text;
        }
        errors.add("sha256", "Give the SHA-256 of the bytes, in hexadecimal or base64.");
        return text;
    }

    private static IdempotencyKey key(String value, Upload upload) {
        return IdempotencyKey.sent(
                value,
                RequestDigest.of("upload")
                        .add(upload.fileName())
                        .add(Long.toString(upload.size()))
                        .add(upload.sha256()));
    }
}
