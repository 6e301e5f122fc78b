package dev.assistant.review;

import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/** Where uploaded bytes are until they are reviewed; each under a key that its owner's id is part of. Thread-safe. */
public interface UploadStore {
    /** Signs a permission to put exactly these bytes there, until the upload expires. */
    Permit permit(Upload upload, Instant now);

    /** How many bytes were put there; empty when none were. */
    OptionalLong size(Upload upload);

    /**
     * The bytes, to be closed by the caller.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there are none
     */
    InputStream open(Upload upload);

    /** Removes what was put there, if anything was. */
    void delete(Upload upload);

    /**
     * A permission for one PUT.
     *
     * @param headers all that must be sent with it, as they are
     */
    record Permit(URI url, Map<String, String> headers) {
        public Permit {
            headers = Map.copyOf(headers);
        }

        /** Leaves the address out: it is a credential. */
        @Override
        public String toString() {
            return "Permit";
        }
    }
}
