/** The functions that exist, read from the file that the cloud's stacks are made from. */
@NullMarked
package dev.assistant.localstack.catalogue;

import org.jspecify.annotations.NullMarked;
