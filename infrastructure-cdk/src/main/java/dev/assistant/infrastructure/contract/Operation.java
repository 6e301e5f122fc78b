package dev.assistant.infrastructure.contract;

/**
 * One method of one path.
 *
 * @param path the whole path, the base path included, with its parameters in braces
 * @param method in lower case
 * @param function the catalogue's function that answers it
 */
public record Operation(String path, String method, String id, String function) {}
