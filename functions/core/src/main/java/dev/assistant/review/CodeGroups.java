package dev.assistant.review;

import dev.assistant.model.TokenCount;
import java.util.ArrayList;
import java.util.List;

/**
 * Packs code into groups that agents can look at in one conversation. Files stay in their order and together as far as they fit; a
 * file that is too long for one group is cut into stretches that overlap, so that what stands at a cut is seen whole once.
 */
public final class CodeGroups {
    /** Tokens of code in a group, near enough. */
    public static final long TOKENS = 6_000;

    private static final int OVERLAP = 10;

    private CodeGroups() {}

    public static List<List<Stretch>> of(List<SourceFile> files) {
        List<List<Stretch>> groups = new ArrayList<>();
        List<Stretch> open = new ArrayList<>();
        long tokens = 0;
        for (SourceFile file : files) {
            for (Stretch stretch : stretches(file)) {
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

    private static List<Stretch> stretches(SourceFile file) {
        Stretch whole = Stretch.whole(file);
        List<Stretch> stretches = new ArrayList<>();
        int first = 1;
        long tokens = 0;
        for (int line = 1; line <= whole.last(); line++) {
            tokens += TokenCount.most(line + "| " + whole.lines().get(line - 1) + "\n");
            if (tokens > TOKENS && line > first + OVERLAP) {
                stretches.add(whole.part(first, line - 1));
                first = line - OVERLAP;
                tokens = TokenCount.most(whole.part(first, line).numbered());
            }
        }
        if (whole.last() >= first) {
            stretches.add(whole.part(first, whole.last()));
        }
        return stretches;
    }
}
