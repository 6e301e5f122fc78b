/** What the API says about itself: health, build, reference; and what it answers to paths that nobody has. */
@NullMarked
package dev.assistant.api.system;

import org.jspecify.annotations.NullMarked;
