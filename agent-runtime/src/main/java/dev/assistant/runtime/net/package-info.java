/** What this process asks of the internet, and what it refuses to reach there (SPEC section 3, CWE-918). */
@NullMarked
package dev.assistant.runtime.net;

import org.jspecify.annotations.NullMarked;
