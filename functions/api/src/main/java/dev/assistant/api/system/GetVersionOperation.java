package dev.assistant.api.system;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;

/** {@code GET /version} */
public final class GetVersionOperation implements Operation {
    private final String version;
    private final String commit;

    public GetVersionOperation(String version, String commit) {
        this.version = version;
        this.commit = commit;
    }

    @Override
    public String id() {
        return "getVersion";
    }

    @Override
    public Answer answer(Request request) {
        return Answer.json(200, new VersionDocument(version, commit)).with("Cache-Control", "no-cache");
    }

    /** The wire form. Grows only by optional fields. */
    private record VersionDocument(String version, String commit) {}
}
