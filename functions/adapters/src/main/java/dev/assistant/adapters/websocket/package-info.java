/** Open sockets, by way of API Gateway's management API. */
@NullMarked
package dev.assistant.adapters.websocket;

import org.jspecify.annotations.NullMarked;
