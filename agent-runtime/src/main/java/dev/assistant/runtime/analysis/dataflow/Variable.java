package dev.assistant.runtime.analysis.dataflow;

/** A name in one activation of a scope. */
record Variable(int scope, String name) {}
