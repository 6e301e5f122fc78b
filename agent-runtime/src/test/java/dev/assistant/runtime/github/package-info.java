@NullMarked
package dev.assistant.runtime.github;

import org.jspecify.annotations.NullMarked;
