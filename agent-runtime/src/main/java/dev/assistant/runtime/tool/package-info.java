/** Tools that agents call through their models (ARCHITECTURE section 5). */
@NullMarked
package dev.assistant.runtime.tool;

import org.jspecify.annotations.NullMarked;
