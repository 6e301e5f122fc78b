package dev.assistant.review;

/**
 * A place that explains a finding, such as a step of a data flow; steps come in order, source first.
 *
 * @param message what happens there
 */
public record RelatedLocation(String path, TextRange range, String message) {}
