@NullMarked
package dev.assistant.localstack.function;

import org.jspecify.annotations.NullMarked;
