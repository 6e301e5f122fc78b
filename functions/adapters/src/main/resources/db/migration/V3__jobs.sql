-- Jobs (runs of workflows), the files of reviews, and what keeps submitting and running them safe.

create table workflow_executions (
    id               uuid primary key default gen_random_uuid(),
    user_id          uuid         not null references users on delete cascade,
    project_id       uuid         references projects on delete set null,
    workflow_name    varchar(100) not null,
    status           varchar(20)  not null
        check (status in ('queued', 'running', 'awaiting_approval', 'completed', 'failed', 'cancelled')),
    input_data       jsonb        not null,
    results          jsonb,
    error_message    text,
    duration_seconds float,
    created_at       timestamptz  not null default now(),
    started_at       timestamptz,
    completed_at     timestamptz,

    progress         smallint     not null default 0 check (progress between 0 and 100),
    step             varchar(100) not null default 'queued',
    cancel_requested boolean      not null default false,
    -- The worker that has the job. Writes name the epoch, which rises with each claim.
    lease_owner      varchar(200),
    lease_epoch      bigint       not null default 0,
    lease_until      timestamptz,
    attempts         integer      not null default 0,
    last_error       text,
    -- Taken from the results, so that lists need not read those.
    metrics          jsonb,
    gate             varchar(20) check (gate in ('passed', 'failed', 'incomplete')),
    cost_usd         numeric(14, 6) not null default 0,

    check ((status in ('completed', 'failed', 'cancelled')) = (completed_at is not null))
);
-- Also the order of every list of somebody's jobs.
create index workflow_executions_user_id_idx on workflow_executions (user_id, created_at desc, id desc);
create index workflow_executions_status_idx on workflow_executions (status);
create index workflow_executions_created_at_idx on workflow_executions (created_at desc);
create index workflow_executions_project_id_idx on workflow_executions (project_id, created_at desc, id desc)
    where project_id is not null;
create index workflow_executions_duration_idx on workflow_executions (workflow_name, completed_at desc)
    where status = 'completed';

-- One row per submitted file. Large code is elsewhere, under source_key.
create table code_reviews (
    id           uuid primary key default gen_random_uuid(),
    execution_id uuid         not null references workflow_executions on delete cascade,
    code_content text         not null,
    language     varchar(50),
    file_path    varchar(500),
    focus_areas  text[]       not null default '{}',
    issues_found jsonb,
    metrics      jsonb,
    created_at   timestamptz  not null default now(),

    ordinal      integer      not null default 0,
    source_key   varchar(200),
    check (source_key is null or code_content = '')
);
create unique index code_reviews_execution_id_idx on code_reviews (execution_id, ordinal);
comment on column code_reviews.issues_found is 'the issues of this file';
comment on column code_reviews.metrics is 'scores and counts of the whole review';

-- What steps produced, so that the next worker resumes. Gone when the job ends.
create table job_checkpoints (
    execution_id uuid         not null references workflow_executions on delete cascade,
    step         varchar(200) not null,
    position     bigint       generated always as identity,
    content      json         not null,
    created_at   timestamptz  not null,
    primary key (execution_id, step)
);

-- Jobs stored but perhaps not yet in the queue.
create table outbox (
    execution_id uuid        primary key references workflow_executions on delete cascade,
    user_id      uuid        not null references users on delete cascade,
    created_at   timestamptz not null
);
create index outbox_created_at_idx on outbox (created_at);

create table idempotency_keys (
    user_id      uuid         not null references users on delete cascade,
    key          varchar(255) not null,
    request_hash varchar(64)  not null,
    execution_id uuid         not null references workflow_executions on delete cascade,
    created_at   timestamptz  not null,
    primary key (user_id, key)
);
create index idempotency_keys_execution_id_idx on idempotency_keys (execution_id);
