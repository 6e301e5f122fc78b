package dev.assistant.runtime.source;

import dev.assistant.review.Upload;
import dev.assistant.review.UploadStore;
import java.io.InputStream;
import java.time.Instant;
import java.util.OptionalLong;

/** Where nobody uploads anything. */
final class NoUploads implements UploadStore {
    @Override
    public Permit permit(Upload upload, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalLong size(Upload upload) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InputStream open(Upload upload) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Upload upload) {
        throw new UnsupportedOperationException();
    }
}
