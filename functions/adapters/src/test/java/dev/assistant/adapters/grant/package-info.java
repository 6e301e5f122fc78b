@NullMarked
package dev.assistant.adapters.grant;

import org.jspecify.annotations.NullMarked;
