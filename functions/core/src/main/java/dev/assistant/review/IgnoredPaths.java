package dev.assistant.review;

import java.util.List;
import java.util.Optional;

/**
 * Which files of a project are not to be reviewed, by globs as in {@code .gitignore}: one without a slash names files and
 * folders at any depth, one with a slash is relative to the project's folder, one that ends in a slash names folders only. A
 * folder stands for everything in it. {@code *} and {@code ?} stay inside a name, {@code **} is any number of folders. There
 * are no exceptions ({@code !}) and no alternatives ({@code {a,b}}).
 *
 * @param globs in the order given, at most {@link #MOST}
 */
public record IgnoredPaths(List<String> globs) {
    public static final IgnoredPaths NONE = new IgnoredPaths(List.of());
    public static final int MOST = 100;
    static final int LONGEST = 200;

    private static final String ANY_FOLDERS = "**";

    public IgnoredPaths {
        globs = List.copyOf(globs);
    }

    /** Why the glob may not be used; empty when it may. */
    static Optional<String> complaint(String glob) {
        if (glob.isBlank() || glob.length() > LONGEST) {
            return Optional.of("Use a glob of 1 to " + LONGEST + " characters.");
        }
        if (glob.chars().anyMatch(Character::isISOControl) || glob.indexOf('\\') >= 0) {
            return Optional.of("Leave out control characters, and separate folders with forward slashes.");
        }
        if (glob.startsWith("!") || glob.indexOf('{') >= 0 || glob.indexOf('}') >= 0) {
            return Optional.of("Exceptions (!) and alternatives ({a,b}) are not supported. Give one glob for each.");
        }
        for (String part : parts(glob)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.of("Leave out empty parts, \".\" and \"..\".");
            }
            if (part.contains(ANY_FOLDERS) && !part.equals(ANY_FOLDERS)) {
                return Optional.of("Let ** stand alone between slashes.");
            }
        }
        return Optional.empty();
    }

    /** The first glob that the path fits; empty when the file is to be reviewed. */
    public Optional<String> match(String path) {
        List<String> parts = List.of(path.split("/", -1));
        return globs.stream().filter(glob -> matches(glob, parts)).findFirst();
    }

    private static boolean matches(String glob, List<String> path) {
        List<String> parts = List.of(parts(glob));
        boolean atAnyDepth = glob.indexOf('/') < 0 || glob.indexOf('/') == glob.length() - 1;
        // The last part of the path is the file itself, all before it are folders.
        int longest = glob.endsWith("/") ? path.size() - 1 : path.size();
        for (int length = 1; length <= longest; length++) {
            List<String> prefix = path.subList(0, length);
            boolean fits = atAnyDepth ? fits(parts.getFirst(), prefix.getLast()) : fits(parts, prefix);
            if (fits) {
                return true;
            }
        }
        return false;
    }

    private static String[] parts(String glob) {
        int from = glob.startsWith("/") ? 1 : 0;
        int to = glob.endsWith("/") && glob.length() > from ? glob.length() - 1 : glob.length();
        return glob.substring(from, to).split("/", -1);
    }

    /**
     * Folders against folders. Only the last {@code **} need ever be given more: one before it can take no less. So this takes
     * time by the product of both lengths, never more, whatever the glob.
     */
    private static boolean fits(List<String> glob, List<String> path) {
        int g = 0;
        int p = 0;
        int lastStar = -1;
        int takenByStar = 0;
        while (p < path.size()) {
            if (g < glob.size() && glob.get(g).equals(ANY_FOLDERS)) {
                lastStar = g++;
                takenByStar = p;
            } else if (g < glob.size() && fits(glob.get(g), path.get(p))) {
                g++;
                p++;
            } else if (lastStar >= 0) {
                g = lastStar + 1;
                p = ++takenByStar;
            } else {
                return false;
            }
        }
        // A ** at the end is not reached by the folder itself: it stands for what is in it.
        return g == glob.size();
    }

    /** A name against a part of a glob; the same way with {@code *}. */
    private static boolean fits(String glob, String name) {
        int g = 0;
        int n = 0;
        int lastStar = -1;
        int takenByStar = 0;
        while (n < name.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                lastStar = g++;
                takenByStar = n;
            } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == name.charAt(n))) {
                g++;
                n++;
            } else if (lastStar >= 0) {
                g = lastStar + 1;
                n = ++takenByStar;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }
}
