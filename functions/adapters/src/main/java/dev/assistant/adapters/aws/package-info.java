/** The one place that builds AWS clients and turns their failures into the product's. */
@NullMarked
package dev.assistant.adapters.aws;

import org.jspecify.annotations.NullMarked;
