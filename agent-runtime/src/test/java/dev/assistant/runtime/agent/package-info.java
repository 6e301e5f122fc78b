@NullMarked
package dev.assistant.runtime.agent;

import org.jspecify.annotations.NullMarked;
