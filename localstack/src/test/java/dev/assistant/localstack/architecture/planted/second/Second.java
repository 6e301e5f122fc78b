package dev.assistant.localstack.architecture.planted.second;

import dev.assistant.localstack.architecture.planted.first.First;
import java.util.List;

/** The other half of a cycle. */
public record Second(List<First> firsts) {}
