/**
 * The queue worker: takes jobs from the queue, keeps their leases, runs their workflows, tells what happens, and ends them in
 * one order: results and status together, then the last event, then the message. Whatever is cut off in between is made up
 * for when the message comes again.
 */
@NullMarked
package dev.assistant.runtime.run;

import org.jspecify.annotations.NullMarked;
