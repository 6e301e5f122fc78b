package dev.assistant.adapters.s3;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.failure.Failure;
import dev.assistant.review.Upload;
import dev.assistant.review.UploadStore;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Uploads as objects of a private bucket, put there by their owners with presigned requests (AWS Signature Version 4, query
 * parameters). Length and checksum are among what is signed: S3 takes no other bytes. Thread-safe.
 */
public final class S3Uploads implements UploadStore {
    private static final String DEPENDENCY = "store of uploads";
    /** Signed too: clients that name none send that of a form, and servers then may take the bytes for one. */
    private static final String CONTENT_TYPE = "application/octet-stream";

    private static final int NOT_FOUND = 404;
    /** What S3 answers instead to those who may not list the bucket. */
    private static final int FORBIDDEN = 403;

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;

    public S3Uploads(S3Client client, S3Presigner presigner, String bucket) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public Permit permit(Upload upload, Instant now) {
        PutObjectRequest.Builder put = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key(upload))
                .contentType(CONTENT_TYPE)
                .contentLength(upload.size());
        upload.checksum()
                .ifPresent(bytes -> put.checksumSHA256(Base64.getEncoder().encodeToString(bytes)));
        Duration left = Duration.between(now, upload.expiresAt());
        if (!left.isPositive()) {
            throw new Failure.Conflict("What this Idempotency-Key began has expired. Use a new key for a new upload.");
        }
        PresignedPutObjectRequest signed = presigner.presignPutObject(
                request -> request.signatureDuration(left).putObjectRequest(put.build()));
        Map<String, String> headers = new LinkedHashMap<>();
        signed.signedHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("host")) {
                headers.put(name, String.join(",", values));
            }
        });
        return new Permit(URI.create(signed.url().toString()), headers);
    }

    @Override
    public OptionalLong size(Upload upload) {
        return AwsCalls.call(DEPENDENCY, () -> {
            try {
                HeadObjectResponse head =
                        client.headObject(request -> request.bucket(bucket).key(key(upload)));
                return OptionalLong.of(head.contentLength());
            } catch (S3Exception e) {
                if (List.of(NOT_FOUND, FORBIDDEN).contains(e.statusCode())) {
                    return OptionalLong.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public InputStream open(Upload upload) {
        return AwsCalls.call(DEPENDENCY, () -> {
            try {
                return client.getObject(request -> request.bucket(bucket).key(key(upload)));
            } catch (NoSuchKeyException e) {
                throw new Failure.NotFound("uploaded file");
            }
        });
    }

    @Override
    public void delete(Upload upload) {
        AwsCalls.call(
                DEPENDENCY,
                () -> client.deleteObject(request -> request.bucket(bucket).key(key(upload))));
    }

    /** The owner first, so that everything of an account is below one prefix; see {@link S3Belongings}. */
    private static String key(Upload upload) {
        return "uploads/" + upload.owner() + "/" + upload.id();
    }
}
