package dev.assistant.review;

import dev.assistant.failure.Failure;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The uploads that were announced. {@link Reviews#add} binds one to the review that uses it. Thread-safe. */
public interface Uploads {
    /**
     * Stores an upload.
     *
     * @param key when present and already used by this owner for the same request, nothing is stored
     * @return the upload that stands for the request now: the new one, or the one made first under the key
     * @throws dev.assistant.failure.Failure.Conflict when the key was used for another request
     */
    Upload add(Upload upload, Optional<IdempotencyKey> key);

    /** @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's */
    Announced byId(UserId owner, UploadId id);

    /** Uploads that nobody needs any more: expired, and never used or their review has ended. The oldest first. */
    List<Upload> expired(Instant now, int most);

    /** Forgets an upload. */
    void forget(Upload upload);

    /** What a store answers when an upload belongs to another review. */
    static Failure.Conflict used() {
        return new Failure.Conflict("The upload was submitted already. Begin a new one for another review.");
    }

    /**
     * An upload and what it is used for.
     *
     * @param usedBy the review that it was submitted to; empty while it can be used
     */
    record Announced(Upload upload, Optional<JobId> usedBy) {}
}
