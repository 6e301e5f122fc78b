/** Where the files of a job come from, whatever its workflow does with them. */
@NullMarked
package dev.assistant.runtime.source;

import org.jspecify.annotations.NullMarked;
