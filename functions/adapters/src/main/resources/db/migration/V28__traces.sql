-- The span that asked for the job (W3C Trace Context), so that whoever runs it goes on with the trace.
alter table workflow_executions
    add column traceparent varchar(55);
