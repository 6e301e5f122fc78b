/** Functions that other functions invoke. */
@NullMarked
package dev.assistant.adapters.lambda;

import org.jspecify.annotations.NullMarked;
