/** Finished reviews in formats that other tools read: SARIF for machines, Markdown for people. */
@NullMarked
package dev.assistant.adapters.report;

import org.jspecify.annotations.NullMarked;
