@NullMarked
package dev.assistant.adapters.mail;

import org.jspecify.annotations.NullMarked;
