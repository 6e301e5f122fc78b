@NullMarked
package dev.assistant.adapters.password;

import org.jspecify.annotations.NullMarked;
