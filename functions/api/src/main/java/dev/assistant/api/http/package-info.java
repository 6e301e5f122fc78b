/** The edge: from a gateway's event to an operation of the contract and back, with everything that all operations share. */
@NullMarked
package dev.assistant.api.http;

import org.jspecify.annotations.NullMarked;
