@NullMarked
package dev.assistant.adapters.postgres;

import org.jspecify.annotations.NullMarked;
