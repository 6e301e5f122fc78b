package dev.assistant.api.rules;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.EntityTag;
import dev.assistant.api.http.Request;
import java.nio.charset.StandardCharsets;

/** Rules change only with a release, so everybody may keep them for an hour. */
final class Kept {
    private Kept() {}

    static Answer answer(Request request, Object document) {
        Answer answer = Answer.json(200, document);
        String tag = EntityTag.of(answer.body().getBytes(StandardCharsets.UTF_8));
        return (EntityTag.isKnown(request, tag) ? Answer.empty(304) : answer)
                .with("ETag", tag)
                .with("Cache-Control", "public, max-age=3600");
    }
}
