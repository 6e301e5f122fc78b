@NullMarked
package dev.assistant.adapters.websocket;

import org.jspecify.annotations.NullMarked;
