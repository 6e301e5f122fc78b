/** Data files of the analysis layer: YAML read strictly, so that a mistake is named with file and line when the engine starts. */
@NullMarked
package dev.assistant.runtime.analysis.data;

import org.jspecify.annotations.NullMarked;
