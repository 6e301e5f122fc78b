package dev.assistant.localstack.architecture.planted.first;

import dev.assistant.localstack.architecture.planted.second.Second;

/** One half of a cycle. */
public record First(Second second) {}
