package dev.assistant.review;

import dev.assistant.workflow.Job;
import java.util.List;

/**
 * A completed review with its report, as its owner reads it.
 *
 * @param files what was submitted, for showing findings in their code
 */
public record FinishedReview(Job job, ReviewReport report, List<SourceFile> files) {
    public FinishedReview {
        files = List.copyOf(files);
    }
}
