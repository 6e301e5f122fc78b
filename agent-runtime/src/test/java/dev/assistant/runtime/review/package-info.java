@NullMarked
package dev.assistant.runtime.review;

import org.jspecify.annotations.NullMarked;
