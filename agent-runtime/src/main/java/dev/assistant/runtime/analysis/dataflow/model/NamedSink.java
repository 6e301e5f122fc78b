package dev.assistant.runtime.analysis.dataflow.model;

import java.util.regex.Pattern;

/** Data does harm when it is kept under such a name. */
public record NamedSink(Pattern name, Weakness weakness) {}
