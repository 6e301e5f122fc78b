package dev.assistant.runtime.tool;

/**
 * A model's wish to have a tool called.
 *
 * @param id the model's name for it, repeated in the result
 * @param tool see {@link Tool#name}
 * @param arguments JSON, as the model wrote it
 */
public record ToolCall(String id, String tool, String arguments) {}
