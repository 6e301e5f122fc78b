-- Questions that jobs ask their owners. A job that waits has none answered last; its worker is free.

create table approvals (
    execution_id uuid         not null references workflow_executions on delete cascade,
    step         varchar(200) not null,
    prompt       text         not null,
    plan         text         not null,
    plan_hash    varchar(64)  not null,
    asked_at     timestamptz  not null,
    expires_at   timestamptz  not null,
    decision     varchar(20) check (decision in ('approved', 'rejected', 'expired')),
    comment      text,
    decided_at   timestamptz,
    primary key (execution_id, step),
    check ((decision is null) = (decided_at is null))
);
-- What the sweep looks for.
create index approvals_expires_at_idx on approvals (expires_at) where decision is null;

comment on table job_checkpoints is 'Gone when the job ends, except turns of conversations (chat:…), which are its transcript.';

-- A job of another kind has its product in results, and neither metrics nor gate.
alter table workflow_executions
    add column produces varchar(20) not null default 'review' check (produces in ('review', 'document', 'plan', 'answer'));
