/** Addresses of the web that people give. */
@NullMarked
package dev.assistant.url;

import org.jspecify.annotations.NullMarked;
