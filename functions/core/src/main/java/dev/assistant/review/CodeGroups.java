package dev.assistant.review;

import dev.assistant.model.TokenCount;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * Packs code into groups that agents can look at in one conversation. Files stay in their order and together as far as they fit; a
 * file that is too long for one group is cut between its functions, or into stretches that overlap, so that what stands at a cut is
 * seen whole once.
 */
public final class CodeGroups {
    /** Tokens of code in a group, near enough. */
    public static final long TOKENS = 6_000;

    private static final int OVERLAP = 10;

    private CodeGroups() {}

    /** Groups of files of which nothing but their lines is known. */
    public static List<List<Stretch>> of(List<SourceFile> files) {
        return of(files, CutPoints.NONE);
    }

    /** @param points where a file that is too long is best cut */
    public static List<List<Stretch>> of(List<SourceFile> files, CutPoints points) {
        List<List<Stretch>> groups = new ArrayList<>();
        List<Stretch> open = new ArrayList<>();
        long tokens = 0;
        for (SourceFile file : files) {
            for (Stretch stretch : stretches(file, points)) {
                long more = TokenCount.most(stretch.numbered());
                if (!open.isEmpty() && tokens + more > TOKENS) {
                    groups.add(List.copyOf(open));
                    open.clear();
                    tokens = 0;
                }
                open.add(stretch);
                tokens += more;
            }
        }
        if (!open.isEmpty()) {
            groups.add(List.copyOf(open));
        }
        return groups;
    }

    private static List<Stretch> stretches(SourceFile file, CutPoints points) {
        Stretch whole = Stretch.whole(file);
        if (whole.last() == 0) {
            return List.of();
        }
        if (TokenCount.most(whole.numbered()) <= TOKENS) {
            return List.of(whole);
        }
        NavigableSet<Integer> beginnings = points.of(file);
        List<Stretch> stretches = new ArrayList<>();
        int first = 1;
        while (first <= whole.last()) {
            Cut cut = Cut.after(first, first + OVERLAP, whole.last(), TOKENS, whole::tokens, beginnings);
            stretches.add(whole.part(first, cut.last()));
            first = cut.last() + 1 - (cut.isBetweenFunctions() ? 0 : OVERLAP);
        }
        return stretches;
    }
}
