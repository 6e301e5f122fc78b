package dev.assistant.failure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says on one line what went wrong: kinds and places, outermost first. Messages are left out, since those of parsers and
 * drivers quote what they were given.
 */
public final class Causes {
    private static final int FRAMES = 6;

    private Causes() {}

    /** Such as {@code Unavailable at SqsQueue.send(SqsQueue.java:31) < … caused by SdkClientException at …}. */
    public static String of(Throwable failure) {
        List<String> causes = new ArrayList<>();
        Set<Throwable> seen = new LinkedHashSet<>();
        Optional<Throwable> next = Optional.of(failure);
        while (next.isPresent() && seen.add(next.get())) {
            causes.add(one(next.get()));
            next = Optional.ofNullable(next.get().getCause());
        }
        return String.join(" caused by ", causes);
    }

    private static String one(Throwable failure) {
        List<String> frames = Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "%s.%s(%s:%d)"
                        .formatted(
                                frame.getClassName()
                                        .substring(frame.getClassName().lastIndexOf('.') + 1),
                                frame.getMethodName(),
                                frame.getFileName(),
                                frame.getLineNumber()))
                .toList();
        return failure.getClass().getSimpleName() + (frames.isEmpty() ? "" : " at " + String.join(" < ", frames));
    }
}
