package dev.assistant.api.reviews;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.PageDocument;
import dev.assistant.api.http.Query;
import dev.assistant.api.http.Request;
import dev.assistant.page.PageRequest;
import dev.assistant.review.Triages;

/** {@code GET /projects/{id}/triage} */
public final class ListTriageOperation implements Operation {
    private final Triages triages;

    public ListTriageOperation(Triages triages) {
        this.triages = triages;
    }

    @Override
    public String id() {
        return "listTriage";
    }

    @Override
    public Answer answer(Request request) {
        Query query = new Query(request);
        PageRequest page = query.page();
        query.requireValid();
        return Answer.json(
                200,
                PageDocument.of(triages.ofProject(request.user(), request.id("id", "project"), page)
                        .map(TriageEntryDocument::of)));
    }
}
