package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.review.StartUpload;
import dev.assistant.review.StartUpload.Announcement;
import dev.assistant.review.StartUpload.Started;
import java.time.Instant;
import java.util.Map;

/** {@code POST /code-review/uploads} */
public final class StartUploadOperation implements Operation {
    private final StartUpload startUpload;

    public StartUploadOperation(StartUpload startUpload) {
        this.startUpload = startUpload;
    }

    @Override
    public String id() {
        return "startUpload";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        Announcement announcement = new Announcement(
                request.user(),
                body.text("file_name"),
                body.wholeNumber("size_bytes"),
                body.optionalText("sha256"),
                request.header("idempotency-key"));
        body.requireValid();
        return Answer.json(201, UploadDocument.of(startUpload.start(announcement)))
                // The address is a credential.
                .with("Cache-Control", "no-store");
    }

    /** The wire form (SPEC section 2). Grows only by optional fields. */
    private record UploadDocument(String uploadId, String url, Map<String, String> headers, Instant expiresAt) {
        static UploadDocument of(Started started) {
            return new UploadDocument(
                    started.upload().id().toString(),
                    started.permit().url().toString(),
                    started.permit().headers(),
                    started.upload().expiresAt());
        }
    }
}
