/** The workflow that plans deployments: facts from the project's files in, a plan that a person decides about out. */
@NullMarked
package dev.assistant.runtime.deployment;

import org.jspecify.annotations.NullMarked;
