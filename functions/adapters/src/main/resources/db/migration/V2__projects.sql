create table projects (
    id             uuid primary key default gen_random_uuid(),
    user_id        uuid         not null references users on delete cascade,
    name           varchar(100) not null,
    description    text,
    repository_url varchar(500),
    language       varchar(50),
    created_at     timestamptz  not null default now(),
    updated_at     timestamptz  not null default now()
);
create index projects_user_id_idx on projects (user_id);
