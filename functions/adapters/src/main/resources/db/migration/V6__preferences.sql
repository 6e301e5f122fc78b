-- How people want to be served, and which of their jobs they have been told about.

create table user_preferences (
    user_id       uuid        primary key references users on delete cascade,
    theme         varchar(20) not null check (theme in ('system', 'light', 'dark')),
    notifications jsonb       not null,
    -- Since when these notifications are wanted: what ended before is not told.
    asked_at      timestamptz not null,
    updated_at    timestamptz not null
);

create table notices (
    execution_id uuid        not null references workflow_executions on delete cascade,
    news         varchar(30) not null check (news in ('completed', 'failed', 'awaiting_approval')),
    told_at      timestamptz not null,
    primary key (execution_id, news)
);
