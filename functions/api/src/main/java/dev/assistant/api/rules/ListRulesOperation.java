package dev.assistant.api.rules;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.PageDocument;
import dev.assistant.api.http.Query;
import dev.assistant.api.http.Request;
import dev.assistant.page.Cursor;
import dev.assistant.page.PageRequest;
import dev.assistant.review.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code GET /rules} */
public final class ListRulesOperation implements Operation {
    private static final List<String> LANGUAGES =
            Stream.of(Language.values()).map(Language::id).toList();

    /** More than in other lists: rules are small, the same for everybody, and kept by whoever got them. */
    private static final int MOST_ON_PAGE = 1_000;

    private final Rules rules;

    public ListRulesOperation(Rules rules) {
        this.rules = rules;
    }

    @Override
    public String id() {
        return "listRules";
    }

    @Override
    public Answer answer(Request request) {
        Query query = new Query(request);
        long limit = query.number("limit", 1, MOST_ON_PAGE, PageRequest.DEFAULT_LIMIT);
        Optional<Cursor> cursor = query.cursor();
        Rules.Filter filter = new Rules.Filter(query.oneOf("language", LANGUAGES), query.text("cwe"), query.text("q"));
        query.requireValid();
        return Kept.answer(
                request, PageDocument.of(rules.list(filter, (int) limit, cursor).map(RuleDocument::summary)));
    }
}
