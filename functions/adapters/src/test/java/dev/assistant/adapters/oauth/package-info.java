@NullMarked
package dev.assistant.adapters.oauth;

import org.jspecify.annotations.NullMarked;
