package dev.assistant.runtime.triage;

import dev.assistant.failure.Failure;
import dev.assistant.memory.MemorySpace;
import dev.assistant.page.PageRequest;
import dev.assistant.review.Triage;
import dev.assistant.review.Triages;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people decided about findings of a project and still holds, read from the triage itself. Thread-safe. */
public final class TriageLessons {
    private static final int SHORTEST_WORD = 3;

    private final Triages triages;
    private final InstantSource clock;

    public TriageLessons(Triages triages, InstantSource clock) {
        this.triages = triages;
        this.clock = clock;
    }

    /** The latest first; none outside a project. */
    public List<String> recent(MemorySpace space, int limit) {
        return holding(space).stream().limit(limit).map(TriageLessons::line).toList();
    }

    /** Those that share a word with the question, the latest first. */
    public List<String> about(MemorySpace space, String question, int limit) {
        Set<String> asked = words(question);
        return holding(space).stream()
                .map(TriageLessons::line)
                .filter(line -> words(line).stream().anyMatch(asked::contains))
                .limit(limit)
                .toList();
    }

    /** Those about some files before the others, the latest first. */
    public List<String> forFiles(MemorySpace space, Set<String> paths, int limit) {
        return holding(space).stream()
                .sorted(Comparator.comparing(entry -> !paths.contains(entry.path())))
                .limit(limit)
                .map(TriageLessons::line)
                .toList();
    }

    private List<Triages.Entry> holding(MemorySpace space) {
        if (space.project().isEmpty()) {
            return List.of();
        }
        try {
            PageRequest page = new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());
            return triages.ofProject(space.owner(), space.project().get(), page).items().stream()
                    .filter(entry -> entry.triage().holdsAt(clock.instant()))
                    .toList();
        } catch (Failure.NotFound projectIsGone) {
            return List.of();
        }
    }

    private static String line(Triages.Entry entry) {
        Triage triage = entry.triage();
        return "[triage] %s%s: %s in %s: %s%s"
                .formatted(
                        triage.state().id(),
                        triage.reason()
                                .map(reason -> " (" + reason.words() + ")")
                                .orElse(""),
                        entry.ruleId(),
                        entry.path(),
                        entry.message(),
                        triage.comment().map(comment -> " — " + comment).orElse(""));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
    }
}
