package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.ir.Constant;
import java.util.regex.Pattern;

/**
 * Whether a regular expression lets only harmless text through: it must cover the whole text and may not contain a dot that
 * stands for anything, a negated class, or a class that holds signs with a meaning in SQL, shells, HTML or paths.
 */
final class StrictPattern {
    private static final Pattern ANY_CHARACTER = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\.(?![^\\[]*\\])");
    private static final Pattern NEGATED = Pattern.compile("\\[\\^|\\\\[SWD]");
    private static final Pattern DANGEROUS_SIGN = Pattern.compile("['\"<>;&|`$(){}/]");
    private static final Pattern CLASS = Pattern.compile("\\[((?:\\\\.|[^\\]\\\\])*)\\]");

    private StrictPattern() {}

    /**
     * @param whole whether the match covers the whole text even without anchors
     */
    static boolean isStrict(Constant pattern, boolean whole) {
        if (!(pattern instanceof Constant.Text written)) {
            return false;
        }
        String body = written.value().replaceFirst("^/", "").replaceFirst("/[a-z]*$", "");
        boolean start = body.startsWith("^") || body.startsWith("\\A");
        boolean end = body.endsWith("$") || body.endsWith("\\Z") || body.endsWith("\\z");
        if (!whole && !(start && end)) {
            return false;
        }
        return !ANY_CHARACTER.matcher(body).find()
                && !NEGATED.matcher(body).find()
                && CLASS.matcher(body)
                        .results()
                        .noneMatch(
                                found -> DANGEROUS_SIGN.matcher(found.group(1)).find());
    }
}
