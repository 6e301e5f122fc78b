package dev.assistant.runtime.document;

import dev.assistant.review.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks Markdown against code: a name between backticks must be one that the code has, a relative link must lead to a file or a
 * heading, an address must stand in the code, and nothing is loaded from elsewhere. Examples between fences are left alone.
 * Thread-safe.
 */
final class DocumentCheck {
    private static final Pattern FENCE = Pattern.compile("^\\s{0,3}(```|~~~).*$");
    private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)");
    private static final Pattern SYMBOL =
            Pattern.compile("[A-Za-z_$][\\w$]*(?:(?:\\.|::|#|->)[A-Za-z_$][\\w$]*)*(?:\\([^()]*\\))?");
    private static final Pattern PATH = Pattern.compile("[\\w.-]+(?:/[\\w.-]+)*(?:/|\\.\\w{1,10})");
    private static final Pattern LINK = Pattern.compile("(!?)\\[([^\\]\\n]*)]\\(\\s*<?([^)\\s>]*)>?[^)\\n]*\\)");
    private static final Pattern REFERENCE = Pattern.compile("^\\s{0,3}\\[[^\\]]+]:\\s*\\S.*$");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");
    private static final String NOT_FOUND = " (not found in the code)";

    private final KnownNames names;
    private final String code;

    DocumentCheck(List<SourceFile> files) {
        this.names = KnownNames.in(files);
        this.code = files.stream().map(SourceFile::content).collect(Collectors.joining("\n"));
    }

    /**
     * A document of which everything that does not hold was taken out or marked.
     *
     * @param problems what that was, in words, in the order found; none when all of it holds
     */
    record Checked(String markdown, List<String> problems) {
        Checked {
            problems = List.copyOf(problems);
        }
    }

    Checked check(String markdown) {
        Set<String> problems = new LinkedHashSet<>();
        Set<String> headings = headings(markdown);
        List<String> lines = new ArrayList<>();
        String fence = "";
        for (String line : markdown.split("\n", -1)) {
            Matcher mark = FENCE.matcher(line);
            if (mark.matches() && (fence.isEmpty() || fence.equals(mark.group(1)))) {
                fence = fence.isEmpty() ? mark.group(1) : "";
                lines.add(line);
            } else if (!fence.isEmpty()) {
                lines.add(line);
            } else if (REFERENCE.matcher(line).matches()) {
                problems.add("A link definition was left out: links stand where they are used.");
            } else {
                lines.add(symbols(links(line, headings, problems), problems));
            }
        }
        return new Checked(String.join("\n", lines), List.copyOf(problems));
    }

    private static Set<String> headings(String markdown) {
        return markdown.lines()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private String symbols(String line, Set<String> problems) {
        return replace(CODE, line, span -> {
            String text = span.group(1).strip();
            if (holds(text)) {
                return span.group();
            }
            problems.add("`" + text + "` is not in the code.");
            return span.group() + NOT_FOUND;
        });
    }

    /** What is neither a symbol nor a path, such as an expression, is no name that could be missing. */
    private boolean holds(String text) {
        if (PATH.matcher(text).matches() && names.hasPath(text)) {
            return true;
        }
        if (!SYMBOL.matcher(text).matches()) {
            return !PATH.matcher(text).matches();
        }
        String called = text.replaceFirst("\\([^()]*\\)$", "");
        return List.of(called.split("\\.|::|#|->")).stream().allMatch(names::has);
    }

    private String links(String line, Set<String> headings, Set<String> problems) {
        return replace(LINK, line, link -> {
            boolean isImage = link.group(1).equals("!");
            String target = link.group(3);
            if (!isImage && leads(target, headings)) {
                return link.group();
            }
            problems.add((isImage ? "The image " : "The link ") + target + " leads nowhere in the code.");
            return link.group(2);
        });
    }

    private boolean leads(String target, Set<String> headings) {
        if (target.startsWith("#")) {
            return headings.contains(target.substring(1).toLowerCase(Locale.ROOT));
        }
        if (target.startsWith("https://") || target.startsWith("http://")) {
            return code.contains(target);
        }
        String path = target.replaceFirst("#.*$", "");
        return !path.isEmpty() && !path.contains(":") && !path.startsWith("//") && names.hasPath(path);
    }

    private static String replace(Pattern pattern, String line, Replacement replacement) {
        return pattern.matcher(line).replaceAll(match -> Matcher.quoteReplacement(replacement.of(match)));
    }

    /** What stands for a match. */
    @FunctionalInterface
    private interface Replacement {
        String of(MatchResult match);
    }

    /** What the code declares, for whoever corrects the document. */
    List<String> declared(int most) {
        return names.declared().stream().limit(most).toList();
    }
}
