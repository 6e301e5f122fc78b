@NullMarked
package dev.assistant.adapters.json;

import org.jspecify.annotations.NullMarked;
