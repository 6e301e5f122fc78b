/** The Memory server: what agents noted for later, and what people taught by triage (SPEC section 6). */
@NullMarked
package dev.assistant.runtime.mcp.memory;

import org.jspecify.annotations.NullMarked;
