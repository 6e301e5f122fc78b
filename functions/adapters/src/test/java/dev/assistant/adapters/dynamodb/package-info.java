@NullMarked
package dev.assistant.adapters.dynamodb;

import org.jspecify.annotations.NullMarked;
