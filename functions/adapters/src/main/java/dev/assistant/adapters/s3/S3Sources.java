package dev.assistant.adapters.s3;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.adapters.postgres.SourceStore;
import dev.assistant.failure.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** Large submitted code as UTF-8 objects of a private bucket, which encrypts by default. Thread-safe. */
public final class S3Sources implements SourceStore {
    private static final String DEPENDENCY = "store of submitted code";
    private static final int MOST_KEYS_AT_ONCE = 1000;

    private final S3Client client;
    private final String bucket;

    public S3Sources(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** @throws Failure.Unavailable when the bucket cannot be reached */
    public void probe() {
        AwsCalls.call(DEPENDENCY, () -> client.headBucket(request -> request.bucket(bucket)));
    }

    @Override
    public void put(String key, String content) {
        AwsCalls.call(
                DEPENDENCY,
                () -> client.putObject(
                        request -> request.bucket(bucket).key(key).contentType("text/plain; charset=utf-8"),
                        RequestBody.fromString(content)));
    }

    @Override
    public String get(String key) {
        return AwsCalls.call(DEPENDENCY, () -> {
            try {
                return client.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                        .asUtf8String();
            } catch (NoSuchKeyException e) {
                throw new Failure.NotFound("submitted code");
            }
        });
    }

    @Override
    public void copy(String key, String copy) {
        AwsCalls.call(DEPENDENCY, () -> {
            try {
                return client.copyObject(request -> request.sourceBucket(bucket)
                        .sourceKey(key)
                        .destinationBucket(bucket)
                        .destinationKey(copy));
            } catch (NoSuchKeyException e) {
                throw new Failure.Conflict("The code of this job is gone. Submit it again.");
            }
        });
    }

    @Override
    public void delete(Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += MOST_KEYS_AT_ONCE) {
            List<ObjectIdentifier> some = new ArrayList<>();
            all.subList(from, Math.min(all.size(), from + MOST_KEYS_AT_ONCE))
                    .forEach(key -> some.add(ObjectIdentifier.builder().key(key).build()));
            AwsCalls.call(
                    DEPENDENCY,
                    () -> client.deleteObjects(
                            request -> request.bucket(bucket).delete(delete -> delete.objects(some))));
        }
    }
}
