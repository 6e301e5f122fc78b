package dev.assistant.review;

import dev.assistant.idempotency.RequestDigest;
import java.util.TreeMap;

/** Everything that was asked for with a submission. What a project adds is not part of it: that can change in between. */
final class RequestHash {
    private RequestHash() {}

    static RequestDigest of(ReviewRequest request) {
        RequestDigest digest = RequestDigest.of("review")
                .add(request.workflow())
                .add(request.project().map(Object::toString))
                .add(request.baseline().map(Object::toString))
                .add(request.upload().map(upload -> upload.id().toString()))
                .add(request.repository().map(RepositorySource::toString))
                .add(request.language().map(Language::id))
                .add(request.focus().stream().sorted().map(FocusArea::id).toList());
        request.input().mostUsd().ifPresent(usd -> digest.add("max_usd").add(usd.toPlainString()));
        request.input()
                .about()
                .ifPresent(
                        about -> digest.add("about").add(about.job().toString()).add(about.finding()));
        new TreeMap<>(request.input().texts())
                .forEach((field, text) -> digest.add(field).add(text));
        for (SourceFile file : request.files()) {
            digest.add(file.path()).add(file.language().id()).add(file.content());
        }
        return digest;
    }
}
