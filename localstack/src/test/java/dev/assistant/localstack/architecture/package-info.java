/** Holds the arrows between modules, and proves that each rule can fail. */
@NullMarked
package dev.assistant.localstack.architecture;

import org.jspecify.annotations.NullMarked;
