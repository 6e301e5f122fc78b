@NullMarked
package dev.assistant.localstack.observe.figure;

import org.jspecify.annotations.NullMarked;
