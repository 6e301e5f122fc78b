package dev.assistant.runtime.analysis.sonar.engine;

import dev.assistant.review.TextRange;
import dev.assistant.runtime.analysis.sonar.bridge.AnalysisAnswer;
import java.util.List;
import java.util.Optional;
import org.sonarsource.sonarlint.core.analysis.api.ClientInputFile;
import org.sonarsource.sonarlint.core.analysis.api.ClientInputFileEdit;
import org.sonarsource.sonarlint.core.analysis.api.Flow;
import org.sonarsource.sonarlint.core.analysis.api.Issue;
import org.sonarsource.sonarlint.core.analysis.api.IssueLocation;
import org.sonarsource.sonarlint.core.analysis.api.QuickFix;

/** From the engine's issues to the bridge's. The engine counts columns from 0, the product from 1; both in UTF-16 code units. */
final class IssueTranslation {
    private IssueTranslation() {}

    /** The issue; empty when it is about the project instead of a file. */
    static Optional<AnalysisAnswer.Issue> translate(Issue issue) {
        return Optional.ofNullable(issue.getInputFile()).map(file -> translate(issue, file));
    }

    private static AnalysisAnswer.Issue translate(Issue issue, ClientInputFile file) {
        List<Flow> flows = issue.flows();
        return new AnalysisAnswer.Issue(
                issue.getRuleKey(),
                file.relativePath(),
                range(issue.getTextRange()),
                Optional.ofNullable(issue.getMessage()).orElse(""),
                flows.stream()
                        .flatMap(flow -> flow.locations().stream())
                        .flatMap(location -> place(location).stream())
                        .toList(),
                flows.size() == 1 && flows.getFirst().locations().size() > 1,
                issue.quickFixes().stream()
                        .flatMap(fix -> fix(fix, file).stream())
                        .toList());
    }

    private static Optional<AnalysisAnswer.Place> place(IssueLocation location) {
        String message = Optional.ofNullable(location.getMessage()).orElse("");
        return Optional.ofNullable(location.getInputFile())
                .flatMap(file -> range(location.getTextRange())
                        .map(range -> new AnalysisAnswer.Place(file.relativePath(), range, message)));
    }

    /** A fix that would also change other files is left out. */
    private static Optional<AnalysisAnswer.QuickFix> fix(QuickFix fix, ClientInputFile file) {
        List<ClientInputFileEdit> edits = fix.inputFileEdits();
        if (edits.size() != 1 || !edits.getFirst().target().equals(file)) {
            return Optional.empty();
        }
        return Optional.of(new AnalysisAnswer.QuickFix(
                fix.message(),
                edits.getFirst().textEdits().stream()
                        .flatMap(edit ->
                                range(edit.range())
                                        .map(range -> new AnalysisAnswer.Edit(range, edit.newText()))
                                        .stream())
                        .toList()));
    }

    private static Optional<TextRange> range(
            org.sonarsource.sonarlint.core.commons.api.@org.jspecify.annotations.Nullable TextRange range) {
        return Optional.ofNullable(range)
                .map(found -> new TextRange(
                        found.getStartLine(),
                        found.getStartLineOffset() + 1,
                        found.getEndLine(),
                        found.getEndLineOffset() + 1));
    }
}
