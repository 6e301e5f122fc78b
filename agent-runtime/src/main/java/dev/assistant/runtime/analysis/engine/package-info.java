/** The own analysers as one engine: syntax trees and data flow for languages that have a grammar. */
@NullMarked
package dev.assistant.runtime.analysis.engine;

import org.jspecify.annotations.NullMarked;
