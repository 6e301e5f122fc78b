/** Language models: the port, the providers behind it, what they cost and what a job may spend (ARCHITECTURE section 5). */
@NullMarked
package dev.assistant.runtime.model;

import org.jspecify.annotations.NullMarked;
