@NullMarked
package dev.assistant.testkit.engine;

import org.jspecify.annotations.NullMarked;
