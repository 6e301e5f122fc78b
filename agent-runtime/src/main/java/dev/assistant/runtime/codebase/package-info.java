/** CodeBaseBuddy: finds code in a repository by meaning, by name and by use (ARCHITECTURE section 5). */
@NullMarked
package dev.assistant.runtime.codebase;

import org.jspecify.annotations.NullMarked;
