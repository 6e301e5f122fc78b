/** The rules that every stack keeps. */
@NullMarked
package dev.assistant.infrastructure.policy;

import org.jspecify.annotations.NullMarked;
