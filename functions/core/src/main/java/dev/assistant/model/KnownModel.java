package dev.assistant.model;

/**
 * What is known about a model.
 *
 * @param id what its ids contain, such as {@code anthropic.claude-sonnet-4-5}: ids also carry regions, dates and versions
 * @param cachesPrompts whether a request may say up to where it is to be cached
 * @param followsSchemas whether it can be held to a JSON Schema; otherwise it gives structured answers as arguments of a tool
 */
public record KnownModel(String id, Price price, boolean cachesPrompts, boolean followsSchemas) {}
