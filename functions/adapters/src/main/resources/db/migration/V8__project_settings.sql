-- How a project's reviews are run and judged; null is the product's own gate.
alter table projects
    add column quality_gate jsonb,
    add column ignore_globs text[] not null default '{}';

-- Shop and shop are one name to people.
create unique index projects_name_key on projects (user_id, lower(name));

-- Keys are for everything that is created, not only for jobs.
alter table idempotency_keys drop constraint idempotency_keys_execution_id_fkey;
alter table idempotency_keys rename column execution_id to created_id;
alter table idempotency_keys add column kind varchar(20) not null default 'job';
alter table idempotency_keys alter column kind drop default;
alter index idempotency_keys_execution_id_idx rename to idempotency_keys_created_id_idx;
