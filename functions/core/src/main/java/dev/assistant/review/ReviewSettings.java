package dev.assistant.review;

/**
 * How a project's reviews are run and judged. Taken when a review is submitted; what changes later concerns later reviews.
 *
 * @param ignored which files are not reviewed
 */
public record ReviewSettings(QualityGate gate, IgnoredPaths ignored) {
    /** For reviews that belong to no project, and for projects that say nothing. */
    public static final ReviewSettings DEFAULT = new ReviewSettings(QualityGate.DEFAULT, IgnoredPaths.NONE);
}
