/** The files of a job on the disk, for tools and indexes, as long as the job runs. */
@NullMarked
package dev.assistant.runtime.workspace;

import org.jspecify.annotations.NullMarked;
