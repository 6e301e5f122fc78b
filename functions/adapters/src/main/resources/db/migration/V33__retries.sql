-- The job that this one goes on from: what succeeded there was taken over.
alter table workflow_executions
    add column retry_of uuid references workflow_executions on delete set null;

create index workflow_executions_retry_of_idx on workflow_executions (retry_of) where retry_of is not null;
