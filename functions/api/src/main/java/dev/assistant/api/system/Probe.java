package dev.assistant.api.system;

/**
 * A question to something that the product depends on.
 *
 * @param name of the dependency, as the API shows it
 * @param ask throws when it does not answer
 */
public record Probe(String name, Runnable ask) {}
