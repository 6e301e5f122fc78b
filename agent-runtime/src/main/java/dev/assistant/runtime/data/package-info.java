/** Data files that ship with the product: YAML read strictly, so that a mistake is named with file and line at the start. */
@NullMarked
package dev.assistant.runtime.data;

import org.jspecify.annotations.NullMarked;
