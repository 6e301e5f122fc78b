/** The functions behind the WebSocket API: who may watch a job, and what they are sent. */
@NullMarked
package dev.assistant.realtime;

import org.jspecify.annotations.NullMarked;
