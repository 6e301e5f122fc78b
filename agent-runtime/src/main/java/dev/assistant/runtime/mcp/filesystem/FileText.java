package dev.assistant.runtime.mcp.filesystem;

import dev.assistant.review.SourceFile;
import dev.assistant.runtime.mcp.ToolFailure;
import java.util.List;

/** A file's lines as a tool shows them. */
final class FileText {
    /** Leaves room for the heading below the limit of an answer. */
    private static final int LONGEST = 60_000;

    private FileText() {}

    static String lines(SourceFile file, int from, int most) throws ToolFailure {
        List<String> lines = file.content().lines().toList();
        if (from > Math.max(1, lines.size())) {
            throw new ToolFailure(file.path() + " has only " + lines.size() + " lines.");
        }
        StringBuilder shown = new StringBuilder();
        int next = from;
        while (next <= lines.size() && next < from + most && fits(shown, lines.get(next - 1), next == from)) {
            shown.append(lines.get(next - 1)).append('\n');
            next++;
        }
        String more = next <= lines.size() ? "; go on with from_line " + next : "";
        return "[%s, lines %d to %d of %d%s]%n%s".formatted(file.path(), from, next - 1, lines.size(), more, shown);
    }

    /** A first line that is too long alone is cut by whoever sends the answer. */
    private static boolean fits(StringBuilder shown, String line, boolean isFirst) {
        return isFirst || shown.length() + line.length() < LONGEST;
    }
}
