package dev.assistant.runtime.mcp.filesystem;

import dev.assistant.review.IgnoredPaths;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.mcp.Arguments;
import dev.assistant.runtime.mcp.ToolFailure;
import dev.assistant.runtime.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files by name, and lines by what they contain.
 *
 * @param names globs, matched as ignored paths are: in time by the product of both lengths
 */
record FileSearch(IgnoredPaths names, Optional<String> containing, boolean ignoreCase, int limit) {
    private static final int LONGEST_LINE = 300;

    static FileSearch from(Arguments arguments) {
        return new FileSearch(
                new IgnoredPaths(List.of(arguments.text("pattern"))),
                arguments.findText("containing"),
                arguments.truth("ignore_case"),
                arguments.whole("limit"));
    }

    String in(Workspace workspace) throws ToolFailure, InterruptedException {
        List<String> found = new ArrayList<>();
        for (String path : workspace.paths()) {
            if (names.match(path).isEmpty()) {
                continue;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("the time for the search is over");
            }
            if (containing.isEmpty()) {
                found.add(path);
            } else {
                addLines(workspace, path, containing.get(), found);
            }
            if (found.size() > limit) {
                return String.join("\n", found.subList(0, limit)) + "\n[there are more; narrow the search]";
            }
        }
        return found.isEmpty() ? "[nothing found]" : String.join("\n", found);
    }

    private void addLines(Workspace workspace, String path, String wanted, List<String> found) {
        SourceFile file;
        try {
            file = workspace.read(path);
        } catch (ToolFailure notText) {
            return;
        }
        int number = 0;
        for (String line : file.content().lines().toList()) {
            number++;
            if (contains(line, wanted)) {
                found.add(path + ":" + number + ": "
                        + line.strip()
                                .substring(
                                        0, Math.min(LONGEST_LINE, line.strip().length())));
            }
            if (found.size() > limit) {
                return;
            }
        }
    }

    private boolean contains(String line, String wanted) {
        for (int start = 0; start + wanted.length() <= line.length(); start++) {
            if (line.regionMatches(ignoreCase, start, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
