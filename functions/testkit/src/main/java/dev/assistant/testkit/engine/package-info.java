/** Real engines in the JVM or as its children: PostgreSQL, DynamoDB, SQS and S3, each on a loopback port. */
@NullMarked
package dev.assistant.testkit.engine;

import org.jspecify.annotations.NullMarked;
