/** What a job tells while it runs, kept in order and delivered to everyone who watches. */
@NullMarked
package dev.assistant.progress;

import org.jspecify.annotations.NullMarked;
