package dev.assistant.workflow;

/**
 * A finding of a finished review that a question is about.
 *
 * @param job the review, of the same owner
 * @param finding its id within the review
 */
public record AboutFinding(JobId job, String finding) {}
