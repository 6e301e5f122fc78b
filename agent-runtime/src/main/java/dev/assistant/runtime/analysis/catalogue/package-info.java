/** Everything that reviews without a model can report, as one document for people: the API serves it. */
@NullMarked
package dev.assistant.runtime.analysis.catalogue;

import org.jspecify.annotations.NullMarked;
