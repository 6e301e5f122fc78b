package dev.assistant.runtime.analysis.sonar.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sonarsource.sonarlint.core.commons.log.LogOutput;

/**
 * Reads out of the engine's log what its answer leaves out: that a plugin broke down, and which files it could not parse. Not a
 * line is kept or passed on, because lines quote the code.
 */
final class EngineLog implements LogOutput {
    /** For work without files. */
    static final LogOutput SILENT = new LogOutput() {
        @Override
        public void log(@Nullable String message, Level level, @Nullable String stackTrace) {}
    };

    /** What the engine says when a plugin threw, and the JavaScript plugin when its Node process is gone for good. */
    private static final Pattern BREAKDOWN = Pattern.compile("Error executing sensor|No rules will be executed");

    private static final Pattern COMPLAINT =
            Pattern.compile("(?i)\\b(?:unable to|failed to|cannot) (?:pars|analy[sz])(?:e|ing)\\b");

    private static final Pattern LINE = Pattern.compile("\\b(?:at )?line (\\d{1,7})\\b");

    private final Map<String, String> pathByUri;
    private final Map<String, Optional<Integer>> complaints = new HashMap<>();
    private boolean breakdown;
    private @Nullable String lastPath;

    /** @param pathByUri the files of the task */
    EngineLog(Map<String, String> pathByUri) {
        this.pathByUri = Map.copyOf(pathByUri);
    }

    /** Whether a plugin broke down. */
    synchronized boolean breakdown() {
        return breakdown;
    }

    /** Files that a plugin complained about, with the line that it named. */
    synchronized Map<String, Optional<Integer>> complaints() {
        return Map.copyOf(complaints);
    }

    @Override
    public synchronized void log(@Nullable String message, Level level, @Nullable String stackTrace) {
        if (message == null) {
            return;
        }
        breakdown |= BREAKDOWN.matcher(message).find();
        if (level == Level.ERROR || level == Level.WARN) {
            read(message);
        }
    }

    private void read(String message) {
        Optional<Integer> line = line(message);
        Optional<String> path = COMPLAINT.matcher(message).find() ? named(message) : Optional.empty();
        if (path.isPresent()) {
            lastPath = path.get();
            complaints.put(lastPath, line);
        } else if (lastPath != null) {
            // Some name the file on one line of the log and the place on the next.
            if (line.isPresent()
                    && complaints.getOrDefault(lastPath, Optional.empty()).isEmpty()) {
                complaints.put(lastPath, line);
            }
            lastPath = null;
        }
    }

    /** The longest wins: one file's address may be the beginning of another's. */
    private Optional<String> named(String message) {
        return pathByUri.entrySet().stream()
                .filter(entry -> message.contains(entry.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static Optional<Integer> line(String message) {
        Matcher matcher = LINE.matcher(message);
        return matcher.find() ? Optional.of(Math.max(1, Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }
}
