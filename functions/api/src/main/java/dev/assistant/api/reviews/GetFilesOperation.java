package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.review.Reviews;
import dev.assistant.review.SourceFile;
import java.util.List;

/** {@code GET /code-review/{job_id}/files} */
public final class GetFilesOperation implements Operation {
    private final Reviews reviews;

    public GetFilesOperation(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String id() {
        return "getFiles";
    }

    @Override
    public Answer answer(Request request) {
        List<FileDocument> files = reviews.files(request.user(), request.job()).stream()
                .map(FileDocument::of)
                .toList();
        return Answer.json(200, new FilesDocument(files));
    }

    /** The wire form. Grows only by optional fields. */
    private record FilesDocument(List<FileDocument> items) {}

    /** A file on the wire. Grows only by optional fields. */
    private record FileDocument(String path, String language, String content) {
        static FileDocument of(SourceFile file) {
            return new FileDocument(file.path(), file.language().id(), file.content());
        }
    }
}
