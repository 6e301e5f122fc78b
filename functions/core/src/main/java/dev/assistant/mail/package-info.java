/** Mails to people. */
@NullMarked
package dev.assistant.mail;

import org.jspecify.annotations.NullMarked;
