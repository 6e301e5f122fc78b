package dev.assistant.api.http;

import dev.assistant.failure.FieldErrors;
import dev.assistant.page.Cursor;
import dev.assistant.page.PageRequest;
import java.util.Optional;

/** A query's parameters, read by type; like {@link Fields}. Not thread-safe. */
public final class Query {
    private final Request request;
    private final FieldErrors errors = new FieldErrors();

    public Query(Request request) {
        this.request = request;
    }

    /** A whole number within a range, both ends included. */
    public long number(String name, long least, long most, long otherwise) {
        Optional<String> text = Optional.ofNullable(request.query().get(name));
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            errors.add(name, "Give a whole number.");
            return otherwise;
        }
        errors.add(
                name,
                most == Long.MAX_VALUE
                        ? "Give a whole number from %d.".formatted(least)
                        : "Give a whole number from %d to %d.".formatted(least, most));
        return otherwise;
    }

    /** A text of so many characters at most; empty when it is left out or blank. */
    public Optional<String> text(String name, int longest) {
        Optional<String> text = Optional.ofNullable(request.query().get(name)).filter(given -> !given.isBlank());
        if (text.filter(given -> given.length() > longest).isPresent()) {
            errors.add(name, "Give at most %d characters.".formatted(longest));
        }
        return text.map(String::strip);
    }

    /** The parameters {@code limit} and {@code cursor} of a list. */
    public PageRequest page() {
        long limit = number("limit", 1, PageRequest.MAX_LIMIT, PageRequest.DEFAULT_LIMIT);
        Optional<Cursor> cursor = Optional.ofNullable(request.query().get("cursor"))
                .flatMap(text -> {
                    Optional<Cursor> read = Cursors.read(text);
                    if (read.isEmpty()) {
                        errors.add("cursor", "Give the next_cursor of a page, unchanged, or leave it out.");
                    }
                    return read;
                });
        return new PageRequest((int) limit, cursor);
    }

    /** @throws dev.assistant.failure.Failure.Invalid naming every parameter that cannot be read */
    public void requireValid() {
        errors.refuseIfAny();
    }
}
