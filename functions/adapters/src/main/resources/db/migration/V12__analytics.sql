-- What figures are made of: counted once, when a review completes, so that none needs to read results again.

create table review_facets (
    execution_id uuid         not null references workflow_executions on delete cascade,
    user_id      uuid         not null references users on delete cascade,
    submitted_at timestamptz  not null,
    -- rule, cwe, source (who reported it), language (of its file), change (new, unchanged, worsened, gone)
    kind         varchar(20)  not null,
    name         varchar(200) not null,
    findings     integer      not null,
    -- How many of the findings were dismissed already when the review completed.
    dismissed    integer      not null,
    primary key (execution_id, kind, name)
);
create index review_facets_user_id_idx on review_facets (user_id, kind, submitted_at) include (name, findings, dismissed);

create table review_agents (
    execution_id     uuid           not null references workflow_executions on delete cascade,
    user_id          uuid           not null references users on delete cascade,
    submitted_at     timestamptz    not null,
    agent            varchar(100)   not null,
    duration_seconds float          not null,
    input_tokens     bigint         not null,
    output_tokens    bigint         not null,
    cost_usd         numeric(14, 6) not null,
    primary key (execution_id, agent)
);
create index review_agents_user_id_idx on review_agents (user_id, submitted_at);

-- Decisions about findings are counted by when they were made.
create index triage_user_decided_at_idx on triage (user_id, decided_at);

-- Reviews that have completed before.
with findings as (
    select e.id, e.user_id, e.created_at, issue, (issue -> 'triage' ->> 'state' is not distinct from 'dismissed') as dismissed
    from workflow_executions e, jsonb_array_elements(e.results -> 'results' -> 'issues') as issue
    where e.status = 'completed' and jsonb_typeof(e.results -> 'results' -> 'issues') = 'array'
), facets as (
    select id, user_id, created_at, 'rule' as kind, issue ->> 'rule_id' as name, dismissed from findings
    union all
    select id, user_id, created_at, 'cwe', jsonb_array_elements_text(issue -> 'cwe'), dismissed from findings
    union all
    select id, user_id, created_at, 'source', jsonb_array_elements_text(issue -> 'sources'), dismissed from findings
    union all
    select id, user_id, created_at, 'change', issue ->> 'change', dismissed from findings where issue ->> 'change' is not null
)
insert into review_facets (execution_id, user_id, submitted_at, kind, name, findings, dismissed)
select id, user_id, created_at, kind, left(name, 200), count(*), count(*) filter (where dismissed)
from facets
group by id, user_id, created_at, kind, left(name, 200);

insert into review_facets (execution_id, user_id, submitted_at, kind, name, findings, dismissed)
select e.id, e.user_id, e.created_at, 'language', r.language, coalesce(sum(jsonb_array_length(r.issues_found)), 0), 0
from workflow_executions e
join code_reviews r on r.execution_id = e.id
where e.status = 'completed' and e.results is not null and r.language is not null
group by e.id, e.user_id, e.created_at, r.language;

insert into review_agents
    (execution_id, user_id, submitted_at, agent, duration_seconds, input_tokens, output_tokens, cost_usd)
select e.id, e.user_id, e.created_at, left(a ->> 'agent', 100), cast(a ->> 'duration_seconds' as float),
    cast(a ->> 'input_tokens' as bigint), cast(a ->> 'output_tokens' as bigint), cast(a ->> 'cost_usd' as numeric)
from workflow_executions e, jsonb_array_elements(e.results -> 'results' -> 'agents') as a
where e.status = 'completed' and jsonb_typeof(e.results -> 'results' -> 'agents') = 'array'
on conflict do nothing;
