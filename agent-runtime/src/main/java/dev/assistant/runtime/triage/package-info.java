/** What agents learn from people's decisions about findings. */
@NullMarked
package dev.assistant.runtime.triage;

import org.jspecify.annotations.NullMarked;
