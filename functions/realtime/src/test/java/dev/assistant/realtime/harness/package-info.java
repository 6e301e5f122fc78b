/** Runs the functions as the cloud does: real handlers, real event JSON, real engines, one environment. */
@NullMarked
package dev.assistant.realtime.harness;

import org.jspecify.annotations.NullMarked;
