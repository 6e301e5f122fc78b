-- What analysers reported about units of reviews, so that unchanged ones need not be analysed again. The key is a hash of everything
-- that the result depends on.

create table analysed_units (
    execution_id uuid        not null references workflow_executions on delete cascade,
    user_id      uuid        not null references users on delete cascade,
    unit_key     varchar(64) not null,
    content      json        not null,
    created_at   timestamptz not null,
    primary key (execution_id, unit_key)
);
create index analysed_units_user_id_idx on analysed_units (user_id, unit_key);
create index analysed_units_created_at_idx on analysed_units (created_at);

-- Findings that had gone in reviews that completed before figures were counted.
insert into review_facets (execution_id, user_id, submitted_at, kind, name, findings, dismissed)
select e.id, e.user_id, e.created_at, 'change', 'gone', jsonb_array_length(e.results -> 'results' -> 'gone'), 0
from workflow_executions e
where e.status = 'completed' and jsonb_typeof(e.results -> 'results' -> 'gone') = 'array'
  and jsonb_array_length(e.results -> 'results' -> 'gone') > 0
on conflict do nothing;
