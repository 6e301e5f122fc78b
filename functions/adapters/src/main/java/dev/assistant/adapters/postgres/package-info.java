/**
 * Everything in PostgreSQL. A class owns a table; the exception is {@code workflow_executions}, whose columns are split by
 * who writes them: submission and results (PostgresReviews), the owner's cancel (PostgresJobs), lease and state
 * (PostgresLeases). Every call on behalf of a person carries the owner's id into the SQL.
 */
@NullMarked
package dev.assistant.adapters.postgres;

import org.jspecify.annotations.NullMarked;
