package dev.assistant.runtime.team;

import dev.assistant.runtime.conversation.Conversation.Material;
import dev.assistant.runtime.repository.ChangedLines;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What agents are given of a pull request: which lines it changes, a file a line. */
public final class ChangedMaterial {
    private ChangedMaterial() {}

    /** @param paths of the files that are told of */
    public static Material of(ChangedLines changed, Stream<String> paths) {
        return new Material(
                "lines that the pull request changes",
                paths.distinct().map(path -> path + ": " + changed.of(path)).collect(Collectors.joining("\n")));
    }
}
