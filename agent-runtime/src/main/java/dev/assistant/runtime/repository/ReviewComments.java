package dev.assistant.runtime.repository;

import dev.assistant.review.Finding;
import dev.assistant.review.Fix;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.github.PullRequests.Comment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A report as remarks on the changed lines of a pull request. Texts about code are data: they mention nobody and load nothing. */
final class ReviewComments {
    /** More would bury the pull request; the worst come first. */
    private static final int MOST = 50;

    private static final int LONGEST = 4_000;
    private static final int LONGEST_SUGGESTION = 2_000;
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private final ChangedLines changed;
    private final Map<String, SourceFile> files;

    ReviewComments(ChangedLines changed, List<SourceFile> files) {
        this.changed = changed;
        this.files = files.stream().collect(Collectors.toMap(SourceFile::path, Function.identity()));
    }

    /** What the review says as a whole. */
    String body(ReviewReport report, String marker, int posted) {
        long open = report.findings().stream().filter(this::isPostable).count();
        String more = open > posted ? "\n\n%d issues more are in the report.".formatted(open - posted) : "";
        return marker + "\n" + safe(report.summary()) + more;
    }

    /** The worst findings that are on changed lines and not dismissed. */
    List<Finding> worst(List<Finding> findings) {
        return findings.stream().filter(this::isPostable).limit(MOST).toList();
    }

    /** Those as remarks. */
    List<Comment> of(List<Finding> worst) {
        return worst.stream().map(this::comment).toList();
    }

    private boolean isPostable(Finding finding) {
        return finding.isCounted()
                && finding.range()
                        .filter(range -> changed.holds(finding.path(), range.startLine(), range.endLine()))
                        .isPresent();
    }

    private Comment comment(Finding finding) {
        TextRange range = finding.range().orElseThrow();
        StringBuilder body = new StringBuilder();
        body.append("**%s · %s**: %s"
                .formatted(
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        finding.category().name().toLowerCase(Locale.ROOT),
                        safe(finding.message())));
        finding.suggestion().ifPresent(words -> body.append("\n\n").append(safe(words)));
        Optional<Fix> fix = finding.fix()
                .filter(known -> known.range().startLine() >= range.startLine()
                        && known.range().endLine() <= range.endLine());
        fix.flatMap(known -> replaced(finding.path(), range, known))
                .ifPresent(lines -> body.append("\n\n").append(suggestion(lines)));
        body.append("\n\n<sub>%s</sub>".formatted(safe(finding.ruleId())));
        return new Comment(finding.path(), range.startLine(), range.endLine(), body.toString());
    }

    /** The lines of the range as they are after the fix: a suggestion replaces whole lines. */
    private Optional<String> replaced(String path, TextRange range, Fix fix) {
        SourceFile file = files.get(path);
        if (file == null) {
            return Optional.empty();
        }
        List<String> lines = file.content().lines().toList();
        if (range.endLine() > lines.size()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int line = range.startLine(); line < fix.range().startLine(); line++) {
            text.append(lines.get(line - 1)).append('\n');
        }
        String first = lines.get(fix.range().startLine() - 1);
        String last = lines.get(fix.range().endLine() - 1);
        text.append(first, 0, Math.min(first.length(), fix.range().startColumn() - 1))
                .append(fix.replacement())
                .append(last, Math.min(last.length(), fix.range().endColumn() - 1), last.length());
        for (int line = fix.range().endLine() + 1; line <= range.endLine(); line++) {
            text.append('\n').append(lines.get(line - 1));
        }
        return Optional.of(text.toString()).filter(known -> known.length() <= LONGEST_SUGGESTION);
    }

    private static String suggestion(String lines) {
        int longest = BACKTICKS
                .matcher(lines)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + "suggestion\n" + lines + "\n" + fence;
    }

    /** Text without mentions, links to issues, images and HTML. */
    private static String safe(String text) {
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return shortened
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("@", "@\u200b")
                .replace("#", "#\u200b")
                .replace("](", "]\u200b(")
                .replace("://", ":\u200b//");
    }
}
