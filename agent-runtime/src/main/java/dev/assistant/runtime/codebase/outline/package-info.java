/** What a file declares and where it uses what others declare, read from its syntax tree. */
@NullMarked
package dev.assistant.runtime.codebase.outline;

import org.jspecify.annotations.NullMarked;
