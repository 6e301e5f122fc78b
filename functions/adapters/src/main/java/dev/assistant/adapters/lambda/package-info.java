/** AWS Lambda: the events that functions are invoked with, and functions that other functions invoke. */
@NullMarked
package dev.assistant.adapters.lambda;

import org.jspecify.annotations.NullMarked;
