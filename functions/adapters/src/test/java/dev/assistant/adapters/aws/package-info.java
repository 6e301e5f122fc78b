@NullMarked
package dev.assistant.adapters.aws;

import org.jspecify.annotations.NullMarked;
