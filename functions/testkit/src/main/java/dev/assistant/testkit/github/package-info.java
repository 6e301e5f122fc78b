/** A stand-in for GitHub's REST API. */
@NullMarked
package dev.assistant.testkit.github;

import org.jspecify.annotations.NullMarked;
