package dev.assistant.failure;

/**
 * One field that needs another value.
 *
 * @param field path of the field as the caller wrote it, such as {@code files[2].path}
 * @param message what is wrong and what would be accepted
 */
public record FieldError(String field, String message) {}
