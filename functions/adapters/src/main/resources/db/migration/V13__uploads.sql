-- What people announced that they would upload; the bytes are in the object store. A used one belongs to its review.

create table uploads (
    id         uuid         primary key,
    user_id    uuid         not null references users on delete cascade,
    file_name  varchar(500) not null,
    size_bytes bigint       not null check (size_bytes > 0),
    sha256     varchar(64),
    created_at timestamptz  not null,
    expires_at timestamptz  not null,
    job_id     uuid         unique references workflow_executions on delete cascade
);
create index uploads_user_id_idx on uploads (user_id);
create index uploads_expires_at_idx on uploads (expires_at);
