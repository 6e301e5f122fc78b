/** The reviewing workflows: what is looked at, by whom, in which order; the judging itself is the core's. */
@NullMarked
package dev.assistant.runtime.review;

import org.jspecify.annotations.NullMarked;
