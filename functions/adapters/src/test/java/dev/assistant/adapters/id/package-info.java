@NullMarked
package dev.assistant.adapters.id;

import org.jspecify.annotations.NullMarked;
