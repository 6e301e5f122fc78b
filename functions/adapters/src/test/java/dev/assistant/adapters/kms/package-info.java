@NullMarked
package dev.assistant.adapters.kms;

import org.jspecify.annotations.NullMarked;
