-- Whose job comes next: see Leases.claimNext. A job that waits is queued, or was handed back by a worker that ended.

alter table workflow_executions add column start_tag bigint not null default 0;
comment on column workflow_executions.start_tag is 'fair queueing: waiting jobs are run in the order of (start_tag, created_at, id)';

create index workflow_executions_waiting_idx on workflow_executions (start_tag, created_at, id)
    where status = 'queued' or (status = 'running' and lease_owner is null and last_error is null);
create index workflow_executions_running_idx on workflow_executions (start_tag) where status = 'running';
create index workflow_executions_open_by_user_idx on workflow_executions (user_id, start_tag)
    where status in ('queued', 'running');
