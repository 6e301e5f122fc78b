/** Folders that this process makes on the disk, and how they go away. */
@NullMarked
package dev.assistant.runtime.files;

import org.jspecify.annotations.NullMarked;
