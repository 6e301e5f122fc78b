/** What tests of every module share: in-memory ports that pass the ports' contracts, builders, a clock that is set by hand. */
@NullMarked
package dev.assistant.testkit;

import org.jspecify.annotations.NullMarked;
