/** What people upload, unpacked without trust: nothing of it becomes a file, and every count and size has a limit (CWE-409, CWE-22). */
@NullMarked
package dev.assistant.runtime.upload;

import org.jspecify.annotations.NullMarked;
