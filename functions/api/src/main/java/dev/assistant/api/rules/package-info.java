/** The catalogue of rules that reviews apply: what they look for, why, and how to fix it. */
@NullMarked
package dev.assistant.api.rules;

import org.jspecify.annotations.NullMarked;
