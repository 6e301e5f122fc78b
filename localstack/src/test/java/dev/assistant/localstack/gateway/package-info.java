@NullMarked
package dev.assistant.localstack.gateway;

import org.jspecify.annotations.NullMarked;
