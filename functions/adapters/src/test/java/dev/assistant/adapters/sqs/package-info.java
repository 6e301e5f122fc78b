@NullMarked
package dev.assistant.adapters.sqs;

import org.jspecify.annotations.NullMarked;
