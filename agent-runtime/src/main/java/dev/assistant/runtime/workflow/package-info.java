/** What a kind of job does, apart from who runs it and where. */
@NullMarked
package dev.assistant.runtime.workflow;

import org.jspecify.annotations.NullMarked;
