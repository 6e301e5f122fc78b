package dev.assistant.workflow;

import java.util.Map;

/**
 * What a job was asked for besides code.
 *
 * @param produces what is to come of it
 * @param texts the texts of the workflow's own input by field, such as {@code question}
 */
public record WorkflowInput(Produces produces, Map<String, String> texts) {
    /** A review asks for nothing else. */
    public static final WorkflowInput REVIEW = new WorkflowInput(Produces.REVIEW, Map.of());

    public WorkflowInput {
        texts = Map.copyOf(texts);
    }

    /** The text of a field; empty when it was left out. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }
}
