package dev.assistant.adapters.s3;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.erasure.Belongings;
import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** Objects of accounts: every key begins with a kind and the owner's id, and that of a source goes on with its job. Thread-safe. */
public final class S3Belongings implements Belongings {
    private static final String DEPENDENCY = "store of submitted code";

    private static final String SOURCES = "sources/";
    private static final String UPLOADS = "uploads/";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final S3Client client;
    private final String bucket;

    public S3Belongings(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void eraseJobs(UserId owner, List<JobId> jobs) {
        jobs.forEach(job -> erase(SOURCES + owner + "/" + job + "/"));
    }

    @Override
    public void eraseRest(UserId owner) {
        erase(SOURCES + owner + "/");
        erase(UPLOADS + owner + "/");
    }

    private void erase(String prefix) {
        AwsCalls.call(DEPENDENCY, () -> {
            for (ListObjectsV2Response page :
                    client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))) {
                delete(page);
            }
            return true;
        });
    }

    private void delete(ListObjectsV2Response page) {
        List<ObjectIdentifier> keys = page.contents().stream()
                .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                .toList();
        if (!keys.isEmpty()) {
            DeleteObjectsResponse deleted =
                    client.deleteObjects(request -> request.bucket(bucket).delete(delete -> delete.objects(keys)));
            if (deleted.hasErrors()) {
                throw new Failure.Unavailable(
                        DEPENDENCY, RETRY_AFTER, new IllegalStateException("some objects were not deleted"));
            }
        }
    }
}
