package dev.assistant.review;

/**
 * Scores from 0 (worst) to 10 (nothing found), computed from the findings alone by {@link Scoring}.
 */
public record Scores(int codeQuality, int security, int performance, int maintainability) {}
