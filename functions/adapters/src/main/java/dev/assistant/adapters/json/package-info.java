/** The wire form of reports and events: the same document is stored, pushed to sockets and answered by the API. */
@NullMarked
package dev.assistant.adapters.json;

import org.jspecify.annotations.NullMarked;
