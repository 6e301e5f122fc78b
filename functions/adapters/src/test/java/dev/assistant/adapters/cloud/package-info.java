/** Where the tests find AWS's services. */
@NullMarked
package dev.assistant.adapters.cloud;

import org.jspecify.annotations.NullMarked;
