@NullMarked
package dev.assistant.adapters.report;

import org.jspecify.annotations.NullMarked;
