package dev.assistant.api.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An exception in one log line: every cause's type and where it was thrown. Messages are left out: drivers and parsers put
 * values into them, and values are people's data.
 */
final class Causes {
    private static final int FRAMES = 6;
    private static final int DEEPEST = 8;

    private Causes() {}

    static String of(Throwable thrown) {
        List<String> causes = new ArrayList<>();
        for (@Nullable Throwable cause = thrown; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            String frames = Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                    .collect(Collectors.joining(" < "));
            causes.add(cause.getClass().getName() + " at " + frames);
        }
        return String.join(", caused by ", causes);
    }
}
