package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.TextRange;
import dev.assistant.runtime.analysis.Lines;
import dev.assistant.runtime.analysis.sonar.bridge.AnalysisAnswer;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells the reports of hard-coded credentials that are none: the rules go by the name of a variable, and a form's texts and field
 * names are called {@code password} too. Of the rule {@code S2068}, these were most of the reports on interface code.
 */
final class CredentialDoubts {
    private static final String RULE = "S2068";
    private static final Pattern LITERAL = Pattern.compile("([\"'`])((?:(?!\\1)[^\\\\\\n]|\\\\.)*+)\\1");

    /** What stands in for a credential, and what only repeats its name. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i)|\\*+|x{3,}|\\.{3,}|<.*>|\\$\\{.*|\\{\\{.*|%\\w+%|[a-z_.-]*(password|passwd|pwd|passphrase)[a-z_.-]*");

    private static final Set<String> BENEATH_CONCERN = Set.of("true", "false", "null", "none", "text", "off", "on");

    private CredentialDoubts() {}

    /** Whether a report is about text that nobody would take for a credential. */
    static boolean dismiss(AnalysisAnswer.Issue issue, Rule rule, Lines lines) {
        if (!rule.number().equals(RULE) || issue.range().isEmpty()) {
            return false;
        }
        List<String> literals = literals(issue.range().get(), lines);
        return !literals.isEmpty() && literals.stream().noneMatch(CredentialDoubts::couldBeOne);
    }

    /** In the range, or in its line when the range is only the variable's name. */
    private static List<String> literals(TextRange range, Lines lines) {
        String reported = lines.text(range);
        List<String> inside = literals(reported);
        return inside.isEmpty() ? literals(lines.text(range.startLine())) : inside;
    }

    private static List<String> literals(String code) {
        return LITERAL.matcher(code)
                .results()
                .map((MatchResult found) -> found.group(2))
                .toList();
    }

    private static boolean couldBeOne(String literal) {
        return literal.chars().noneMatch(Character::isWhitespace)
                && !BENEATH_CONCERN.contains(literal)
                && !PLACEHOLDER.matcher(literal).matches();
    }
}
