-- Who did something lately, and which jobs are open: asked every minute, for operators.

create index refresh_tokens_created_at_idx on refresh_tokens (created_at);
create index api_keys_last_used_at_idx on api_keys (last_used_at) where last_used_at is not null;
create index workflow_executions_open_idx on workflow_executions (status, created_at)
    where status in ('queued', 'running', 'awaiting_approval');
