package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Query;
import dev.assistant.api.http.Request;
import dev.assistant.review.Reviews;
import dev.assistant.review.SourceFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /code-review/{job_id}/files}: as much of the code as one answer takes. */
public final class GetFilesOperation implements Operation {
    /** Files read from the store at once. */
    private static final int READ = 40;

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
        Query query = new Query(request);
        FilesCursor from = query.cursor(FilesCursor::read).orElse(FilesCursor.BEGINNING);
        Optional<String> path = Optional.ofNullable(request.query().get("path"));
        query.requireValid();
        FilesPage page = new FilesPage(from);
        if (path.isPresent()) {
            page.add(reviews.file(request.user(), request.job(), path.get()));
        } else {
            addAll(request, page);
        }
        return Answer.json(
                200,
                new FilesDocument(
                        page.items(), page.next().map(FilesCursor::write).orElse(null)));
    }

    private void addAll(Request request, FilesPage page) {
        List<SourceFile> files;
        do {
            files = reviews.files(request.user(), request.job(), page.at().file(), READ);
            files.forEach(page::add);
        } while (files.size() == READ && page.next().isEmpty());
    }

    /** The wire form. Grows only by optional fields. */
    private record FilesDocument(
            List<FilesPage.FileDocument> items, @Nullable String nextCursor) {}
}
