/** Functions that the tests of hosts and gateway run, packed like the product's own. */
@NullMarked
package dev.assistant.localstack.functions;

import org.jspecify.annotations.NullMarked;
