@NullMarked
package dev.assistant.localstack.source;

import org.jspecify.annotations.NullMarked;
