-- How much code a job is about, for telling how long such jobs take; unknown until an upload or a repository has been unpacked.
alter table workflow_executions add column source_bytes bigint;

create index workflow_executions_latest_idx on workflow_executions (workflow_name, completed_at desc) where status = 'completed';
