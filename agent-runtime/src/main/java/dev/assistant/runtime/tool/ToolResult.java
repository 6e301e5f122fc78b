package dev.assistant.runtime.tool;

/**
 * What came of a call. Its text is untrusted: it may hold submitted code.
 *
 * @param call the call's id
 * @param failed whether the text says what went wrong
 */
public record ToolResult(String call, String text, boolean failed) {}
