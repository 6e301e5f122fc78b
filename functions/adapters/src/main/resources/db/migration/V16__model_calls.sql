-- What each call of a language model took; the money of days and jobs is counted when a call is stored.

create table model_calls (
    id               uuid           primary key,
    execution_id     uuid           not null references workflow_executions on delete cascade,
    user_id          uuid           not null references users on delete cascade,
    agent            varchar(100)   not null,
    model            varchar(200)   not null,
    outcome          varchar(20)    not null,
    input_tokens     bigint         not null check (input_tokens >= 0),
    output_tokens    bigint         not null check (output_tokens >= 0),
    cached_tokens    bigint         not null check (cached_tokens >= 0),
    cost_usd         numeric(14, 6) not null check (cost_usd >= 0),
    duration_seconds float          not null,
    called_at        timestamptz    not null
);
create index model_calls_execution_id_idx on model_calls (execution_id, called_at, id);
create index model_calls_user_id_idx on model_calls (user_id, called_at);
