/** The parts that stacks are made of; each hides the settings of one AWS service. */
@NullMarked
package dev.assistant.infrastructure.constructs;

import org.jspecify.annotations.NullMarked;
