/** Every operation of the contract, as somebody who may not. */
@NullMarked
package dev.assistant.api.tenancy;

import org.jspecify.annotations.NullMarked;
