package dev.assistant.runtime.analysis.sonar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A rule's description, and what of it says how to fix a finding.
 *
 * @param description all of it, Markdown
 * @param remedy one or a few sentences without code blocks, Markdown; may be empty
 */
record RuleText(String description, String remedy) {
    private static final int LONGEST_REMEDY = 600;
    private static final Pattern SECTION = Pattern.compile("^## ", Pattern.MULTILINE);
    private static final Pattern SUBSECTION = Pattern.compile("^#{3,4} ", Pattern.MULTILINE);
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\n+");

    static RuleText of(String html) {
        String description = Markdown.of(html);
        String remedy = section(description, heading -> heading.startsWith("How to fix it"));
        if (remedy.isEmpty()) {
            remedy = section(description, "Recommended Secure Coding Practices"::equals);
        }
        return new RuleText(description, shortened(remedy));
    }

    /** The words of the first section with such a heading, up to its first subsection. */
    private static String section(String description, Predicate<String> heading) {
        for (String section : SECTION.split(description)) {
            int end = section.indexOf('\n');
            if (end > 0 && heading.test(section.substring(0, end).strip())) {
                return SUBSECTION.split(section.substring(end) + "\n", 2)[0].strip();
            }
        }
        return "";
    }

    private static String shortened(String text) {
        List<String> kept = new ArrayList<>();
        int length = 0;
        for (String paragraph : BLANK_LINE.split(text)) {
            length += paragraph.length();
            if (paragraph.startsWith("```") || (length > LONGEST_REMEDY && !kept.isEmpty())) {
                break;
            }
            kept.add(paragraph);
        }
        return String.join("\n\n", kept);
    }
}
