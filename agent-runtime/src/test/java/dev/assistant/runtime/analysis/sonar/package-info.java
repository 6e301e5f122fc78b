@NullMarked
package dev.assistant.runtime.analysis.sonar;

import org.jspecify.annotations.NullMarked;
