/** A repository's code in one Lucene index: vectors, words, names and the files themselves. */
@NullMarked
package dev.assistant.runtime.codebase.index;

import org.jspecify.annotations.NullMarked;
