package dev.assistant.review;

/** Whether a finding of a review helped the person who read it. */
public record Rating(String fingerprint, boolean helpful) {}
