@NullMarked
package dev.assistant.adapters.s3;

import org.jspecify.annotations.NullMarked;
