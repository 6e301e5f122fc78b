/**
 * Finds code by its shape. What a rule looks for is written in the language itself, parsed with the same grammar as the submitted
 * code and compared tree with tree, so layout, comments and line ends play no part. Languages that are not programs (SQL,
 * Dockerfiles, Terraform, shell, YAML) are searched as text, one statement or block at a time.
 */
@NullMarked
package dev.assistant.runtime.analysis.patterns;

import org.jspecify.annotations.NullMarked;
