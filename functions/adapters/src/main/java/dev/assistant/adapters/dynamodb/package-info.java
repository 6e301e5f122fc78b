/**
 * Live state in DynamoDB: the event log, the open connections, the counters of limits. Every read is consistent; expired
 * items are told by their time, since time to live only cleans up, days later.
 */
@NullMarked
package dev.assistant.adapters.dynamodb;

import org.jspecify.annotations.NullMarked;
