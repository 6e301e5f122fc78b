/** People's own access to repositories. */
@NullMarked
package dev.assistant.repository;

import org.jspecify.annotations.NullMarked;
