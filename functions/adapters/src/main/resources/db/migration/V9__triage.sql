-- What people decided about findings, by fingerprint: for a project, or for one review that belongs to none.

create table triage (
    id          uuid primary key default gen_random_uuid(),
    user_id     uuid         not null references users on delete cascade,
    project_id  uuid         references projects on delete cascade,
    job_id      uuid         references workflow_executions on delete cascade,
    fingerprint varchar(64)  not null,
    state       varchar(20)  not null check (state in ('accepted', 'dismissed')),
    reason      varchar(30),
    comment     text,
    decided_at  timestamptz  not null,
    expires_at  timestamptz,

    -- The finding when it was decided about, and where.
    severity    varchar(20)  not null,
    category    varchar(30)  not null,
    rule_id     varchar(200) not null,
    file_path   varchar(500) not null,
    message     text         not null,
    decided_in  uuid         references workflow_executions on delete set null,

    check ((project_id is null) <> (job_id is null)),
    check ((reason is not null) = (state = 'dismissed'))
);
create unique index triage_finding_idx on triage (coalesce(project_id, job_id), fingerprint);
create index triage_project_idx on triage (project_id, decided_at desc, id desc) where project_id is not null;
create index triage_user_idx on triage (user_id);
create index triage_job_idx on triage (job_id) where job_id is not null;
create index triage_decided_in_idx on triage (decided_in) where decided_in is not null;
