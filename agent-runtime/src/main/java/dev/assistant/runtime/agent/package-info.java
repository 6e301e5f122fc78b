/** Agents: who they are, and how one takes its turn with the help of a model and tools (SPEC section 6). */
@NullMarked
package dev.assistant.runtime.agent;

import org.jspecify.annotations.NullMarked;
