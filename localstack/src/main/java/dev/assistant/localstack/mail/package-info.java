/** A mail server that keeps everything for its one reader, the developer. */
@NullMarked
package dev.assistant.localstack.mail;

import org.jspecify.annotations.NullMarked;
