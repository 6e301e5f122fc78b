/** Keys that never leave the key management service. */
@NullMarked
package dev.assistant.adapters.kms;

import org.jspecify.annotations.NullMarked;
