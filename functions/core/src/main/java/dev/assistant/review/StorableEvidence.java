package dev.assistant.review;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reports as they may be stored beside the code: with no secret of the code in their words. */
public final class StorableEvidence {
    private StorableEvidence() {}

    /**
     * Reports about one file, which {@link MergeEvidence} makes the same findings of as before.
     *
     * @param file the whole file
     */
    public static List<Evidence> of(SourceFile file, List<Evidence> evidence) {
        Anchors anchors = new Anchors(file);
        Set<String> secrets = evidence.stream()
                .flatMap(report -> SecretMasker.maskQuote(
                        anchors.within(report.range()).map(anchors::quote).orElse(""), report.cwe())
                        .secrets()
                        .stream())
                .collect(Collectors.toUnmodifiableSet());
        UnaryOperator<String> hide =
                text -> SecretMasker.mask(SecretMasker.hide(text, secrets)).text();
        return evidence.stream().map(report -> masked(report, hide)).toList();
    }

    private static Evidence masked(Evidence report, UnaryOperator<String> hide) {
        return new Evidence(
                report.engine(),
                report.ruleId(),
                report.severity(),
                report.category(),
                report.path(),
                report.range(),
                hide.apply(report.message()),
                report.suggestion().map(hide),
                report.fix().filter(fix -> isWithoutSecret(fix, hide)),
                report.cwe(),
                report.confidence(),
                report.related().stream()
                        .map(step -> new RelatedLocation(step.path(), step.range(), hide.apply(step.message())))
                        .toList());
    }

    /** Masked it would break the code. */
    private static boolean isWithoutSecret(Fix fix, UnaryOperator<String> hide) {
        return hide.apply(fix.replacement()).equals(fix.replacement())
                && hide.apply(fix.description()).equals(fix.description());
    }
}
