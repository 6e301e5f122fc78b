@NullMarked
package dev.assistant.runtime.net;

import org.jspecify.annotations.NullMarked;
