-- What agents noted for later, per person and project. The vector is compared in the process that asks: a space is small.

create table memories (
    id           uuid primary key,
    user_id      uuid        not null references users on delete cascade,
    project_id   uuid        references projects on delete cascade,
    content      text        not null,
    tags         text[]      not null,
    importance   smallint    not null check (importance between 1 and 5),
    vector_model varchar(200),
    vector       real[],
    created_at   timestamptz not null,
    updated_at   timestamptz not null,

    check ((vector_model is null) = (vector is null))
);
create index memories_space_idx on memories (user_id, project_id, updated_at desc, id desc);
create index memories_project_idx on memories (project_id) where project_id is not null;
