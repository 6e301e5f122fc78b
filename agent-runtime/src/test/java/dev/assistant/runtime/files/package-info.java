@NullMarked
package dev.assistant.runtime.files;

import org.jspecify.annotations.NullMarked;
