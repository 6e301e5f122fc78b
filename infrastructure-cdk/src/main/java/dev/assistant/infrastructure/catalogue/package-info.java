/** The list of functions and of what each may touch, read from {@code catalogue.yaml}. */
@NullMarked
package dev.assistant.infrastructure.catalogue;

import org.jspecify.annotations.NullMarked;
