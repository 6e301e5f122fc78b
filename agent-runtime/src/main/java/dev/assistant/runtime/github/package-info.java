/** GitHub's REST API, version 3, of github.com or a GitHub Enterprise server. */
@NullMarked
package dev.assistant.runtime.github;

import org.jspecify.annotations.NullMarked;
