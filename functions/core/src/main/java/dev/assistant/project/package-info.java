/** Projects: what somebody's reviews belong to, and how they are run and judged. */
@NullMarked
package dev.assistant.project;

import org.jspecify.annotations.NullMarked;
