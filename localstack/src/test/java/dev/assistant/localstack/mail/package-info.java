@NullMarked
package dev.assistant.localstack.mail;

import org.jspecify.annotations.NullMarked;
