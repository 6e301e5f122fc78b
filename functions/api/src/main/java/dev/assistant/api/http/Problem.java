package dev.assistant.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assistant.failure.FieldError;
import dev.assistant.failure.UsedUp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error as the API tells it (RFC 9457).
 *
 * @param kind the last part of the type, such as {@code not-found}
 * @param title the kind in words
 * @param detail what happened and what to do
 * @param errors the fields that need another value
 * @param usedUp the quota of which nothing is left; an extension member, which RFC 9457 section 3.2 allows
 * @param headers that belong to the status, such as Retry-After
 */
record Problem(
        int status,
        String kind,
        String title,
        String detail,
        List<FieldError> errors,
        Optional<UsedUp> usedUp,
        List<Answer.Header> headers) {
    Problem {
        errors = List.copyOf(errors);
        headers = List.copyOf(headers);
    }

    Problem(int status, String kind, String title, String detail) {
        this(status, kind, title, detail, List.of(), Optional.empty(), List.of());
    }

    Problem with(List<FieldError> fields) {
        return new Problem(status, kind, title, detail, fields, usedUp, headers);
    }

    Problem with(UsedUp quota) {
        return new Problem(status, kind, title, detail, errors, Optional.of(quota), headers);
    }

    Problem with(String header, String value) {
        return new Problem(status, kind, title, detail, errors, usedUp, List.of(new Answer.Header(header, value)));
    }

    Answer answer(Request request) {
        Document document = new Document(
                "/problems/" + kind,
                title,
                status,
                detail,
                request.path(),
                request.id(),
                errors.isEmpty() ? null : errors,
                usedUp.orElse(null));
        return Answer.text(status, "application/problem+json", Json.write(document))
                .with(headers);
    }

    /** The wire form. */
    private record Document(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            String requestId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<FieldError> errors,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UsedUp quota) {}
}
