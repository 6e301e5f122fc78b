@NullMarked
package dev.assistant.localstack.contract;

import org.jspecify.annotations.NullMarked;
