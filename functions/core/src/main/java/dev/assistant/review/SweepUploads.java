package dev.assistant.review;

import java.time.InstantSource;
import java.util.List;

/** Forgets uploads that nobody needs any more, with whatever is left of their bytes. Idempotent. Thread-safe. */
public final class SweepUploads {
    private static final int MOST = 200;

    private final Uploads uploads;
    private final UploadStore store;
    private final InstantSource clock;

    public SweepUploads(Uploads uploads, UploadStore store, InstantSource clock) {
        this.uploads = uploads;
        this.store = store;
        this.clock = clock;
    }

    /** Forgets some; how many. */
    public int sweep() {
        List<Upload> expired = uploads.expired(clock.instant(), MOST);
        expired.forEach(upload -> {
            store.delete(upload);
            uploads.forget(upload);
        });
        return expired.size();
    }
}
