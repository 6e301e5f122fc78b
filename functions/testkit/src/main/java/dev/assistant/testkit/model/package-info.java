/** Servers that speak the wire protocols of language models and answer what a test tells them to. */
@NullMarked
package dev.assistant.testkit.model;

import org.jspecify.annotations.NullMarked;
