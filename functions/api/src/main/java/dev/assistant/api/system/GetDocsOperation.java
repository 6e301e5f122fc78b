package dev.assistant.api.system;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;

/** {@code GET /docs}: the contract as a page to read. */
public final class GetDocsOperation implements Operation {
    /** The page brings its own style and has no script. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final BuiltDocument page = BuiltDocument.read("/contract/docs.html", "text/html; charset=utf-8");

    @Override
    public String id() {
        return "getDocs";
    }

    @Override
    public Answer answer(Request request) {
        return page.answer(request).with("Content-Security-Policy", POLICY);
    }
}
