@NullMarked
package dev.assistant.adapters.settings;

import org.jspecify.annotations.NullMarked;
