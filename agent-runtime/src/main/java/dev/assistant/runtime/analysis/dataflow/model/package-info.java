/**
 * What library functions mean for data flow: where untrusted data enters, where it does harm, what makes it harmless, how it
 * moves through containers. All of it is read from data files by language and framework.
 */
@NullMarked
package dev.assistant.runtime.analysis.dataflow.model;

import org.jspecify.annotations.NullMarked;
