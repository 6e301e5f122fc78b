package dev.assistant.workflow;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a job was asked for besides code.
 *
 * @param produces what is to come of it
 * @param texts the texts of the workflow's own input by field, such as {@code question}
 * @param mostUsd what models may cost for it at most, in US dollars; empty for what the installation allows
 * @param about what the question is about, whose review's code stands for files; empty where files do, or nothing
 */
public record WorkflowInput(
        Produces produces, Map<String, String> texts, Optional<BigDecimal> mostUsd, Optional<AboutFinding> about) {
    /** A review asks for nothing else. */
    public static final WorkflowInput REVIEW = new WorkflowInput(Produces.REVIEW, Map.of());

    public WorkflowInput {
        texts = Map.copyOf(texts);
    }

    public WorkflowInput(Produces produces, Map<String, String> texts) {
        this(produces, texts, Optional.empty());
    }

    public WorkflowInput(Produces produces, Map<String, String> texts, Optional<BigDecimal> mostUsd) {
        this(produces, texts, mostUsd, Optional.empty());
    }

    /** The text of a field; empty when it was left out. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }
}
