@NullMarked
package dev.assistant.runtime.conversation;

import org.jspecify.annotations.NullMarked;
