package dev.assistant.runtime.tool;

/**
 * A tool that a model may be offered.
 *
 * @param name the server's name, an underscore and the tool's, such as {@code filesystem_read_file}
 * @param inputSchema JSON Schema of its arguments, an object at its root
 */
public record Tool(String name, String description, String inputSchema) {}
