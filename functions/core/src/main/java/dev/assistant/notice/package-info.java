/** Telling people by mail what they asked to be told about. */
@NullMarked
package dev.assistant.notice;

import org.jspecify.annotations.NullMarked;
