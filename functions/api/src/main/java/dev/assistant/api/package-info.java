/** The functions behind the REST API and beside it: their registration, settings and wiring. */
@NullMarked
package dev.assistant.api;

import org.jspecify.annotations.NullMarked;
