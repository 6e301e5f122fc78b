/** The routes of the REST API, read from its OpenAPI document. */
@NullMarked
package dev.assistant.localstack.contract;

import org.jspecify.annotations.NullMarked;
