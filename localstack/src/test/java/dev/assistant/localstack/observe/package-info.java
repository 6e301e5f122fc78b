@NullMarked
package dev.assistant.localstack.observe;

import org.jspecify.annotations.NullMarked;
