/** What comes of workflows that review nothing: documents, plans and answers. */
@NullMarked
package dev.assistant.product;

import org.jspecify.annotations.NullMarked;
