/**
 * Requests made from the contract's schemas by chance, as they should be and spoiled. A generator of our own rather than
 * jqwik: what makes such requests is the walk through the schemas, which would have to be written either way; shrinking is
 * not needed where each spoiled request differs from a good one in one named way; and no EPL-2.0 part joins the build.
 */
@NullMarked
package dev.assistant.api.generated;

import org.jspecify.annotations.NullMarked;
