package dev.assistant.review;

import dev.assistant.workflow.Job;

/** A completed review with its report, as its owner reads it. */
public record FinishedReview(Job job, ReviewReport report) {}
