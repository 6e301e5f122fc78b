/** The routes, read from the API's OpenAPI document, and their form for API Gateway. */
@NullMarked
package dev.assistant.infrastructure.contract;

import org.jspecify.annotations.NullMarked;
