@NullMarked
package dev.assistant.api;

import org.jspecify.annotations.NullMarked;
