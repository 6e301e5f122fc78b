/** What workflows of agents have in common: their conversations, what they may spend, and the code they talk about. */
@NullMarked
package dev.assistant.runtime.team;

import org.jspecify.annotations.NullMarked;
