@NullMarked
package dev.assistant.runtime.repository;

import org.jspecify.annotations.NullMarked;
