@NullMarked
package dev.assistant.runtime.team;

import org.jspecify.annotations.NullMarked;
