/** Pages of long lists, walked by opaque cursors. */
@NullMarked
package dev.assistant.page;

import org.jspecify.annotations.NullMarked;
