package dev.assistant.review;

import dev.assistant.failure.FieldErrors;
import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a decision as sent into one that holds, or says everything that is wrong with it. */
final class TriageRules {
    private static final int LONGEST_COMMENT = 2_000;

    private TriageRules() {}

    /** @throws dev.assistant.failure.Failure.Invalid naming every field that needs another value */
    static Triage read(TriageDecision decision, UserId author, Instant now) {
        FieldErrors errors = new FieldErrors();
        Optional<Triage.State> state =
                named("state", decision.state(), Triage.State.values(), Triage.State::id, errors);
        Optional<Triage.Reason> reason = decision.reason()
                .flatMap(name -> named("reason", name, Triage.Reason.values(), Triage.Reason::id, errors));
        if (state.equals(Optional.of(Triage.State.DISMISSED))
                && decision.reason().isEmpty()) {
            errors.add(
                    "reason",
                    "Say why it is dismissed. Use one of: " + names(Triage.Reason.values(), Triage.Reason::id));
        }
        if (state.isPresent()
                && state.get() != Triage.State.DISMISSED
                && decision.reason().isPresent()) {
            errors.add("reason", "Only a dismissal has a reason. Leave it out, or put it into the comment.");
        }
        if (decision.comment().filter(text -> text.length() > LONGEST_COMMENT).isPresent()) {
            errors.add("comment", "Use at most 2,000 characters.");
        }
        decision.expiresAt()
                .filter(expires -> !expires.isAfter(now))
                .ifPresent(past -> errors.add("expires_at", "Give a time that is still to come."));
        if (state.equals(Optional.of(Triage.State.OPEN)) && decision.expiresAt().isPresent()) {
            errors.add("expires_at", "An open issue stays open. Leave the time out.");
        }
        errors.refuseIfAny();
        return new Triage(
                state.orElseThrow(),
                reason,
                decision.comment().map(String::strip).filter(text -> !text.isEmpty()),
                author,
                now,
                decision.expiresAt());
    }

    private static <E> Optional<E> named(
            String field, String name, E[] values, Function<E, String> id, FieldErrors errors) {
        Optional<E> found =
                Stream.of(values).filter(value -> id.apply(value).equals(name)).findFirst();
        if (found.isEmpty()) {
            errors.add(field, "Use one of: " + names(values, id));
        }
        return found;
    }

    private static <E> String names(E[] values, Function<E, String> id) {
        return Arrays.stream(values).map(id).collect(Collectors.joining(", ", "", "."));
    }
}
