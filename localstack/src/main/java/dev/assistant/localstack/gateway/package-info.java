/** What stands before the functions in the cloud: the REST and WebSocket APIs, and the host that also serves the SPA. */
@NullMarked
package dev.assistant.localstack.gateway;

import org.jspecify.annotations.NullMarked;
