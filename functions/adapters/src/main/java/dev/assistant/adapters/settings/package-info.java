/** What a process is told about its surroundings; each outside system has a record with its own keys. */
@NullMarked
package dev.assistant.adapters.settings;

import org.jspecify.annotations.NullMarked;
