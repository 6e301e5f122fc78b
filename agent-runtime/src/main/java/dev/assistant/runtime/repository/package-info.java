/** Reviews of repositories: fetching their files, telling what a pull request changes, and answering there. */
@NullMarked
package dev.assistant.runtime.repository;

import org.jspecify.annotations.NullMarked;
