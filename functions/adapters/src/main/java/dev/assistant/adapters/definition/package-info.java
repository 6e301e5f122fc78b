/** Makes of the workflows' YAML, while building, what functions read without a YAML parser. Not in the jar. */
@NullMarked
package dev.assistant.adapters.definition;

import org.jspecify.annotations.NullMarked;
