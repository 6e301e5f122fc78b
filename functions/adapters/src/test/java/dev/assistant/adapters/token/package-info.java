@NullMarked
package dev.assistant.adapters.token;

import org.jspecify.annotations.NullMarked;
