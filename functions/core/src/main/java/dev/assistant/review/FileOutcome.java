package dev.assistant.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of a submitted file, and whether that spoils the review.
 *
 * @param excused whether a file that was not wholly reviewed was not meant to be, so that the verdict stands without it
 * @param reused see {@link FileCoverage}
 */
public record FileOutcome(
        SourceFile file, FileCoverage.Status status, Optional<String> reason, boolean excused, boolean reused) {
    /** Data and prose: a search for secrets is all that is to be done, so no deeper look is missing. */
    private static final Set<Language> NOT_CODE =
            Set.of(Language.JSON, Language.YAML, Language.MARKDOWN, Language.TEXT);

    /** Descriptions and single statements: there is nothing to follow from one place to another. */
    private static final Set<Language> WITHOUT_FLOW =
            Set.of(Language.DOCKERFILE, Language.TERRAFORM, Language.YAML, Language.SQL);

    /**
     * One analyser's part in a file.
     *
     * @param failure why it could not read the file to the end; empty when it did
     */
    public record Reading(String engine, Reach reach, Optional<String> failure) {}

    /** A file that was set aside: on purpose, unless it is code that is only too much. */
    public static FileOutcome of(Units.SetAside aside) {
        boolean excused = aside.reason() != Units.Reason.TOO_LARGE
                || NOT_CODE.contains(LanguageDetector.ofName(aside.file().path()));
        return new FileOutcome(
                aside.file(), FileCoverage.Status.SKIPPED, Optional.of(aside.explanation()), excused, false);
    }

    /** A file that analysers were asked to read. */
    public static FileOutcome of(SourceFile file, List<Reading> readings) {
        List<Reading> reaching = readings.stream()
                .filter(reading -> reading.reach() != Reach.NONE)
                .toList();
        List<Reading> failed = reaching.stream()
                .filter(reading -> reading.failure().isPresent())
                .toList();
        boolean isCode = !NOT_CODE.contains(file.language());
        String language = file.language().title();
        if (reaching.isEmpty()) {
            return unread(file, FileCoverage.Status.SKIPPED, "no analyser reads " + language, !isCode);
        }
        if (!failed.isEmpty()) {
            boolean allFailed = failed.size() == reaching.size();
            return unread(
                    file,
                    allFailed ? FileCoverage.Status.SKIPPED : FileCoverage.Status.PARTIAL,
                    failures(failed),
                    false);
        }
        if (deepest(reaching) == Reach.SECRETS) {
            String reason = "searched for secrets only: no analyser has rules for " + language;
            return unread(file, FileCoverage.Status.PARTIAL, reason, !isCode);
        }
        if (deepest(reaching) == Reach.PATTERNS && !WITHOUT_FLOW.contains(file.language())) {
            String reason = "searched for common mistakes and secrets: no analyser follows data through " + language;
            return unread(file, FileCoverage.Status.PARTIAL, reason, true);
        }
        return new FileOutcome(file, FileCoverage.Status.REVIEWED, Optional.empty(), true, false);
    }

    /** The same, known from an earlier review. */
    public FileOutcome fromEarlier() {
        return new FileOutcome(file, status, reason, excused, true);
    }

    /** The same, but agents have not looked at the file, or not at all of it. */
    public FileOutcome without(String agents) {
        String gap = "agents: " + agents;
        return new FileOutcome(
                file,
                status == FileCoverage.Status.SKIPPED ? status : FileCoverage.Status.PARTIAL,
                Optional.of(reason.map(known -> known + "; " + gap).orElse(gap)),
                false,
                reused);
    }

    /** Whether the file should have been read and was not, or not wholly. */
    public boolean isGap() {
        return !excused;
    }

    /** Its line in the receipt. */
    public FileCoverage coverage() {
        return new FileCoverage(file.path(), status, reason, file.lines(), reused);
    }

    private static FileOutcome unread(SourceFile file, FileCoverage.Status status, String reason, boolean excused) {
        return new FileOutcome(file, status, Optional.of(reason), excused, false);
    }

    private static String failures(List<Reading> failed) {
        return failed.stream()
                .map(reading -> reading.engine() + ": " + reading.failure().orElseThrow())
                .collect(Collectors.joining("; "));
    }

    private static Reach deepest(List<Reading> readings) {
        return readings.stream().map(Reading::reach).reduce(Reach.NONE, Reach::or);
    }
}
