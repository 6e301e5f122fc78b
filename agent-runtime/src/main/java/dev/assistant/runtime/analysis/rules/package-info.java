/**
 * Rules about how libraries are used. One rule is one data file that says what it looks for, why that matters and how to fix it,
 * with examples that are its tests. Rules see calls with the values that data flow knows, so an algorithm's name is found through
 * variables and an import under any name.
 */
@NullMarked
package dev.assistant.runtime.analysis.rules;

import org.jspecify.annotations.NullMarked;
