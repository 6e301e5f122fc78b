/** Build step: turns openapi.yaml into what the functions serve. Not part of the artefact. */
@NullMarked
package dev.assistant.api.contract;

import org.jspecify.annotations.NullMarked;
