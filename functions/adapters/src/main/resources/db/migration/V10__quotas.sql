-- What administrators allow, and what has been used. Use is counted apart from the jobs, since deleting a job gives nothing back.

create table user_quotas (
    user_id         uuid primary key references users on delete cascade,
    reviews_per_day integer check (reviews_per_day >= 0),
    usd_per_month   numeric(12, 2) check (usd_per_month >= 0),
    set_by          uuid        references users on delete set null,
    updated_at      timestamptz not null
);
comment on column user_quotas.reviews_per_day is 'null is no limit';
comment on column user_quotas.usd_per_month is 'null is no limit';
create index user_quotas_set_by_idx on user_quotas (set_by) where set_by is not null;

-- Days are those of UTC.
create table usage_days (
    user_id  uuid           not null references users on delete cascade,
    day      date           not null,
    reviews  integer        not null default 0,
    cost_usd numeric(14, 6) not null default 0,
    primary key (user_id, day)
);

-- The order of the administrators' list.
create index users_created_at_idx on users (created_at desc, id desc) where closed_at is null;
