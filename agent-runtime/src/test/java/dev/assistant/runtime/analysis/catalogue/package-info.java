@NullMarked
package dev.assistant.runtime.analysis.catalogue;

import org.jspecify.annotations.NullMarked;
