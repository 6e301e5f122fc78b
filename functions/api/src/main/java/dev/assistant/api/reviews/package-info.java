/** Reviews over HTTP: submitting, watching, reading, cancelling, listing. */
@NullMarked
package dev.assistant.api.reviews;

import org.jspecify.annotations.NullMarked;
