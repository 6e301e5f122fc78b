package dev.assistant.runtime.review;

import dev.assistant.memory.MemorySpace;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.agent.Session;
import dev.assistant.runtime.triage.TriageLessons;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import dev.assistant.workflow.Turn.ToolUse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people decided in earlier reviews of the project, for agents to learn from; it stands in the transcript, and a resumed job
 * goes on from the same. Thread-safe.
 */
final class RecalledTriage {
    /** The agent who learns from triage (SPEC section 6). */
    private static final String AGENT = "code_analyzer";

    private static final String CONVERSATION = "recalled";
    private static final ToolUse RECALL = new ToolUse("recalled_triage", false);
    /** Decisions that are recalled; those about the files under review come first. */
    private static final int MOST = 20;

    private final TriageLessons lessons;

    RecalledTriage(TriageLessons lessons) {
        this.lessons = lessons;
    }

    /** One decision a line, secrets masked; empty when there is none. */
    String about(List<SourceFile> files, Session session) {
        return session.turns(CONVERSATION).stream().findFirst().map(Turn::text).orElseGet(() -> recall(files, session));
    }

    private String recall(List<SourceFile> files, Session session) {
        MemorySpace space = new MemorySpace(session.job().owner(), session.job().project());
        var paths = files.stream().map(SourceFile::path).collect(Collectors.toUnmodifiableSet());
        String recalled = lessons.forFiles(space, paths, MOST).stream()
                .map(Prompts::cited)
                .map(line -> line.replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
        if (!recalled.isEmpty()) {
            session.add(new Turn(
                    CONVERSATION,
                    0,
                    AGENT,
                    Kind.SPOKE,
                    recalled,
                    Optional.empty(),
                    false,
                    List.of(RECALL),
                    Optional.empty(),
                    Duration.ZERO));
        }
        return recalled;
    }
}
