@NullMarked
package dev.assistant.runtime.model;

import org.jspecify.annotations.NullMarked;
