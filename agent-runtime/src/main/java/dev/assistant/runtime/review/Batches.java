package dev.assistant.runtime.review;

import dev.assistant.review.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Divides files for analysis: large enough that an analyser's cost per call does not matter, small enough that findings come
 * soon, progress moves, and little is lost when a worker dies.
 */
final class Batches {
    private static final int FILES = 40;
    private static final int CHARACTERS = 1_000_000;

    private Batches() {}

    /** First those that an earlier review has the results of, whose findings come at once; the others then share batches. */
    static List<List<SourceFile>> of(List<SourceFile> files, List<SourceFile> unchanged) {
        Set<SourceFile> known = Set.copyOf(unchanged);
        List<List<SourceFile>> batches = new ArrayList<>(of(unchanged));
        batches.addAll(of(files.stream().filter(file -> !known.contains(file)).toList()));
        return batches;
    }

    /** The files in their order, in batches of at least one. */
    static List<List<SourceFile>> of(List<SourceFile> files) {
        List<List<SourceFile>> batches = new ArrayList<>();
        List<SourceFile> batch = new ArrayList<>();
        int characters = 0;
        for (SourceFile file : files) {
            boolean isFull =
                    batch.size() == FILES || characters + file.content().length() > CHARACTERS;
            if (isFull && !batch.isEmpty()) {
                batches.add(List.copyOf(batch));
                batch.clear();
                characters = 0;
            }
            batch.add(file);
            characters += file.content().length();
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
