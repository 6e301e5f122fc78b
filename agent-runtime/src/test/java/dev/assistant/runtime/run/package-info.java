@NullMarked
package dev.assistant.runtime.run;

import org.jspecify.annotations.NullMarked;
