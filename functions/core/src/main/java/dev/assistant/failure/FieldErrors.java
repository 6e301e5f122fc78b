package dev.assistant.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with an input, so that its sender learns all of it at once. Not thread-safe. */
public final class FieldErrors {
    /** Enough to act on; a hostile input must not be answered by a larger one. */
    private static final int MOST = 50;

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String message) {
        if (errors.size() < MOST) {
            errors.add(new FieldError(field, message));
        }
    }

    /** Notes a complaint if there is one. */
    public void addIf(String field, Optional<String> complaint) {
        complaint.ifPresent(message -> add(field, message));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** @throws Failure.Invalid when anything was noted */
    public void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw new Failure.Invalid(errors);
        }
    }
}
