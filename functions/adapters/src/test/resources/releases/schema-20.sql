delete from analysed_units
where (execution_id, unit_key) in (
    select execution_id, unit_key from analysed_units
    where created_at < :before
    order by created_at
    limit :most)
;
delete from api_keys k
using users u
where k.user_id = :owner and u.id = k.user_id and not u.email_verified
;
delete from api_keys where id = :id and user_id = :owner
;
delete from api_keys where user_id = :owner
;
delete from code_reviews where execution_id = :job
;
delete from idempotency_keys where created_id = :created and user_id = :owner
;
delete from identities where user_id = :owner
;
delete from mailed_tokens t
using users u
where t.token_hash = :hash and t.purpose = :purpose and t.expires_at > :now
  and u.id = t.user_id and u.is_active
returning t.user_id
;
delete from mailed_tokens where user_id = :owner
;
delete from outbox where execution_id = :job
;
delete from projects where id = :id and user_id = :owner
;
delete from triage t
using workflow_executions e
where e.id = :job and e.user_id = :owner and t.user_id = :owner
  and coalesce(t.project_id, t.job_id) = coalesce(e.project_id, e.id)
  and t.fingerprint = :fingerprint
;
delete from triage where id = :id and project_id = :project and user_id = :owner
;
delete from uploads where id = :id and user_id = :owner
;
delete from users where id = :owner and closed_at is not null
;
delete from workflow_executions
where id = :id and user_id = :owner and status in ('completed', 'failed', 'cancelled')
;
delete from workflow_executions e
using users u
where e.user_id = :owner and u.id = e.user_id and u.closed_at is not null
  and e.id = any(:jobs)
;
insert into analysed_units (execution_id, user_id, unit_key, content, created_at)
select e.id, e.user_id, unit.key, cast(unit.content as json), :now
from workflow_executions e,
    unnest(cast(:keys as text[]), cast(:contents as text[])) as unit (key, content)
where e.id = :job and e.user_id = :owner
on conflict do nothing
;
insert into api_keys (id, user_id, name, key_hash, key_prefix, scopes, expires_at, created_at)
select :id, :owner, :name, :hash, :prefix, cast(:scopes as text[]), :expires_at, :created_at
where (select count(*) from api_keys where user_id = :owner) < :most
;
insert into approvals (execution_id, step, prompt, plan, plan_hash, asked_at, expires_at)
values (:id, :step, :prompt, :plan, :hash, :now, :expires)
;
insert into code_reviews
    (id, execution_id, ordinal, code_content, source_key, language, file_path, focus_areas, created_at)
select gen_random_uuid(), :job, f.n - 1, f.content, f.source_key, f.language, f.path,
    cast(:focus as text[]), :now
from unnest(cast(:contents as text[]), cast(:keys as text[]), cast(:languages as text[]),
    cast(:paths as text[])) with ordinality as f (content, source_key, language, path, n)
;
insert into idempotency_keys (user_id, key, request_hash, kind, created_id, created_at)
values (:owner, :key, :hash, :kind, :created, :now)
on conflict (user_id, key) do nothing
;
insert into identities (provider, subject, user_id, created_at)
values (:provider, :subject, :owner, :now)
;
insert into mailed_tokens (user_id, purpose, token_hash, created_at, expires_at)
values (:owner, :purpose, :hash, :now, :expires_at)
on conflict (user_id, purpose) do update
set token_hash = excluded.token_hash,
    created_at = excluded.created_at,
    expires_at = excluded.expires_at
;
insert into memories
    (id, user_id, project_id, content, tags, importance, vector_model, vector,
     created_at, updated_at)
select :id, :owner, :project, :text, :tags, :importance, :model, :vector, :created, :updated
where cast(:project as uuid) is null
   or exists (select from projects where id = :project and user_id = :owner)
on conflict (id) do update set id = excluded.id where memories.user_id = :owner
;
insert into model_calls
    (id, execution_id, user_id, agent, model, outcome, input_tokens, output_tokens, cached_tokens,
     cost_usd, duration_seconds, called_at)
select :id, id, user_id, left(:agent, 100), left(:model, 200), :outcome, :input, :output, :cached,
    :usd, :seconds, :at
from workflow_executions
where id = :job
on conflict (id) do nothing
;
insert into notices (execution_id, news, told_at)
select id, :news, :now from workflow_executions where id = :job
on conflict do nothing
;
insert into outbox (execution_id, user_id, created_at) values (:job, :tenant, :now)
on conflict (execution_id) do update set created_at = excluded.created_at
;
insert into projects (id, user_id, name, description, repository_url, language,
    quality_gate, ignore_globs, created_at, updated_at)
select :id, :owner, :name, :description, :repository_url, :language,
    cast(:quality_gate as jsonb), cast(:ignore_globs as text[]), :created_at, :updated_at
where (select count(*) from projects where user_id = :owner) < :most
;
insert into refresh_tokens (token_hash, session_id, created_at, expires_at)
values (:hash, :session_id, :now, :expires_at)
;
insert into review_agents (execution_id, user_id, submitted_at, agent, duration_seconds,
    input_tokens, output_tokens, cost_usd)
select e.id, e.user_id, e.created_at, a.agent, sum(a.seconds), sum(a.input), sum(a.output), sum(a.cost)
from workflow_executions e,
    unnest(cast(:agents as text[]), cast(:seconds as float[]), cast(:input as bigint[]),
        cast(:output as bigint[]), cast(:cost as numeric[])) as a (agent, seconds, input, output, cost)
where e.id = :id
group by e.id, a.agent
;
insert into review_facets
    (execution_id, user_id, submitted_at, kind, name, findings, dismissed)
select e.id, e.user_id, e.created_at, 'language', r.language,
    coalesce(sum(jsonb_array_length(r.issues_found)), 0), 0
from workflow_executions e
join code_reviews r on r.execution_id = e.id
where e.id = :id and r.language is not null
group by e.id, r.language
;
insert into review_facets
    (execution_id, user_id, submitted_at, kind, name, findings, dismissed)
select e.id, e.user_id, e.created_at, f.kind, f.name, f.findings, f.dismissed
from workflow_executions e,
    unnest(cast(:kinds as text[]), cast(:names as text[]), cast(:findings as int[]),
        cast(:dismissed as int[])) as f (kind, name, findings, dismissed)
where e.id = :id
;
insert into sessions (id, user_id, address, agent, created_at, expires_at)
values (:id, :user_id, :address, :agent, :created_at, :expires_at)
;
insert into triage
    (user_id, project_id, job_id, fingerprint, state, reason, comment, decided_at, expires_at,
     severity, category, rule_id, file_path, message, decided_in)
select e.user_id, e.project_id, case when e.project_id is null then e.id end, :fingerprint, :state,
    :reason, :comment, :at, :expires, :severity, :category, :rule, :path, :message, e.id
from workflow_executions e
where e.id = :job and e.user_id = :owner
on conflict (coalesce(project_id, job_id), fingerprint) do update
set state = excluded.state, reason = excluded.reason, comment = excluded.comment,
    decided_at = excluded.decided_at, expires_at = excluded.expires_at,
    severity = excluded.severity, category = excluded.category, rule_id = excluded.rule_id,
    file_path = excluded.file_path, message = excluded.message, decided_in = excluded.decided_in
;
insert into uploads (id, user_id, file_name, size_bytes, sha256, created_at, expires_at)
values (:id, :owner, :name, :size, :sha256, :created, :expires)
;
insert into usage_days (user_id, day, cost_usd)
select user_id, :day, :usd from workflow_executions where id = :job
on conflict (user_id, day) do update set cost_usd = usage_days.cost_usd + excluded.cost_usd
;
insert into usage_days (user_id, day, reviews) values (:owner, :day, 0)
on conflict (user_id, day) do update set reviews = usage_days.reviews
;
insert into user_preferences as present (user_id, theme, notifications, asked_at, updated_at)
values (:owner, :theme, cast(:notifications as jsonb), :now, :now)
on conflict (user_id) do update
set theme = excluded.theme,
    notifications = excluded.notifications,
    asked_at = case
        when present.notifications = excluded.notifications then present.asked_at
        else excluded.asked_at
    end,
    updated_at = excluded.updated_at
;
insert into user_quotas (user_id, reviews_per_day, usd_per_month, set_by, updated_at)
values (:user, :reviews, :usd, :administrator, :now)
on conflict (user_id) do update
set reviews_per_day = excluded.reviews_per_day, usd_per_month = excluded.usd_per_month,
    set_by = excluded.set_by, updated_at = excluded.updated_at
;
insert into users (id, email, username, password_hash, full_name, avatar_url, role, is_active,
    email_verified, created_at, updated_at, last_login)
values (:id, :email, :username, :password_hash, :full_name, :avatar_url, :role, :is_active,
    :email_verified, :created_at, :updated_at, :last_login)
;
insert into workflow_executions
    (id, user_id, project_id, workflow_name, produces, status, input_data, created_at)
select :id, :owner, :project, :workflow, :produces, 'queued', cast(:input as jsonb), :now
where cast(:project as uuid) is null
   or exists (select from projects where id = :project and user_id = :owner)
;
select
    (select count(*) from (
        select s.user_id from refresh_tokens t join sessions s on s.id = t.session_id where t.created_at > :since
        union
        select user_id from api_keys where last_used_at > :since
        union
        select user_id from workflow_executions where created_at > :since
    ) as active) as active_users,
    (select count(*) from workflow_executions
        where status in ('queued', 'running', 'awaiting_approval')) as open_jobs,
    (select coalesce(extract(epoch from :now - min(created_at)), 0) from workflow_executions
        where status = 'queued') as waiting_seconds,
    (select count(*) from pg_stat_activity where datname = current_database()) as connections,
    current_setting('max_connections')::bigint as connection_limit,
    (select coalesce(sum(cost_usd), 0) from usage_days where day = cast(:now at time zone 'UTC' as date)) as model_usd
;
select
    count(*) filter (where status = 'queued') as queued,
    count(*) filter (where status = 'running') as running,
    count(*) filter (where status = 'awaiting_approval') as awaiting_approval,
    count(*) filter (where status = 'completed') as completed,
    count(*) filter (where status = 'failed') as failed,
    count(*) filter (where status = 'cancelled') as cancelled,
    count(*) filter (where status = 'completed' and metrics is not null) as reviews,
    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'critical' as bigint)), 0) as critical,
    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'high' as bigint)), 0) as high,
    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'medium' as bigint)), 0) as medium,
    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'low' as bigint)), 0) as low,
    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'info' as bigint)), 0) as info,
    coalesce(sum(cost_usd), 0) as cost,
    avg(duration_seconds) filter (where status = 'completed') as average_seconds,
    max(created_at) as last_job_at,
    (select count(*) from projects where user_id = :owner) as projects
from workflow_executions
where user_id = :owner
;
select *
from triage
where project_id = :project and user_id = :owner and (decided_at, id) < (:at, :id)
order by decided_at desc, id desc
limit :limit
;
select * from api_keys where user_id = :owner order by created_at desc, id desc limit :most
;
select * from approvals where execution_id = :id and step = :step
;
select * from model_calls where execution_id = :job order by called_at, id
;
select * from projects where id = :id and user_id = :owner for update
;
select * from uploads where id = :id and user_id = :owner
;
select * from uploads where job_id = :job
;
select * from users where email = :email
;
select * from users where id = :id
;
select * from workflow_executions where id = :id
;
select 1
;
select a.*
from approvals a
join workflow_executions e on e.id = a.execution_id
where a.execution_id = :id and e.user_id = :owner
order by a.asked_at desc, a.step desc
limit 1
;
select agent as name, count(*) as executions, sum(duration_seconds) as seconds,
    sum(input_tokens) as input_tokens, sum(output_tokens) as output_tokens, sum(cost_usd) as cost
from review_agents
where user_id = :owner and submitted_at >= :begin and submitted_at < :end
group by agent
order by cost desc, seconds desc, name
;
select code_content, source_key, language, file_path
from code_reviews
where execution_id = :job
order by ordinal
limit :most offset :from
;
select code_content, source_key, language, file_path
from code_reviews
where execution_id = :job and file_path = :path
order by ordinal
limit 1
;
select cost_usd from workflow_executions where id = :id
;
select distinct on (u.unit_key) u.unit_key, u.content
from analysed_units u
join workflow_executions e on e.id = u.execution_id and e.user_id = u.user_id
where u.user_id = :owner and u.unit_key = any(:keys)
  and (e.id = :baseline or e.project_id = :project)
order by u.unit_key, u.created_at
;
select e.id
from workflow_executions e
join users u on u.id = e.user_id
where e.user_id = :owner and u.closed_at is not null
order by e.created_at desc, e.id desc
limit :limit
;
select e.id, e.user_id, e.project_id, e.workflow_name, e.produces, e.status, e.progress, e.step,
    e.error_message, e.cancel_requested, e.created_at, e.started_at, e.completed_at,
    e.metrics, e.gate, e.cost_usd, r.language, coalesce(r.file_path, '') as file_path,
    (select count(*) from code_reviews c where c.execution_id = e.id) as file_count
from workflow_executions e
left join code_reviews r on r.execution_id = e.id and r.ordinal = 0
where e.user_id = :owner
;
select e.id, e.workflow_name, e.status, u.email, u.username
from user_preferences p
join users u on u.id = p.user_id
join workflow_executions e on e.user_id = u.id
where u.is_active
  and u.email_verified
  and e.created_at > :began
  and (e.status = 'awaiting_approval' or e.completed_at > greatest(:lately, p.asked_at))
  and p.notifications @> case e.status
        when 'completed' then jsonb '{"review_completed": true}'
        when 'failed' then jsonb '{"review_failed": true}'
        when 'awaiting_approval' then jsonb '{"approval_required": true}'
    end
  and not exists (select from notices n where n.execution_id = e.id and n.news = e.status)
order by e.created_at, e.id
limit :limit
;
select e.workflow_name as name, count(*) as executions, coalesce(sum(e.duration_seconds), 0) as seconds,
    coalesce(sum(a.input_tokens), 0) as input_tokens, coalesce(sum(a.output_tokens), 0) as output_tokens,
    sum(e.cost_usd) as cost
from workflow_executions e
left join (
    select execution_id, sum(input_tokens) as input_tokens, sum(output_tokens) as output_tokens
    from review_agents
    where user_id = :owner and submitted_at >= :begin and submitted_at < :end
    group by execution_id
) a on a.execution_id = e.id
where e.user_id = :owner and e.created_at >= :begin and e.created_at < :end
group by e.workflow_name
order by cost desc, executions desc, name
;
select execution_id, user_id
from outbox
where created_at < :before
order by created_at, execution_id
limit :limit
;
select exists (
    select from sessions s
    join users u on u.id = s.user_id
    where s.id = :id and s.revoked_at is null and s.expires_at > :now and u.is_active)
;
select exists (select from projects where id = :project and user_id = :owner)
;
select id
from workflow_executions
where id = :id and lease_epoch = :epoch and lease_owner is not null
for update
;
select id from users where closed_at is not null order by closed_at, id limit :limit
;
select id from users where id = :owner for update
;
select id from workflow_executions where id in (:ids) and cancel_requested
;
select id, user_id, project_id, workflow_name, produces, status, progress, step, error_message,
    cancel_requested, created_at, started_at, completed_at
from workflow_executions
where id = :id and user_id = :owner
;
select kind, created_id, request_hash
from idempotency_keys
where user_id = :owner and key = :key
;
select name, count(*) as reviews, sum(findings) as findings, sum(dismissed) as dismissed
from review_facets
where user_id = :owner and kind = :kind and submitted_at >= :begin and submitted_at < :end
group by name
order by sum(findings) desc, count(*) desc, name
limit :limit
;
select p.*, e.id as job_id, e.status, e.gate, e.metrics, e.created_at as reviewed_at, e.completed_at
from projects p
left join lateral (
    select id, status, gate, metrics, created_at, completed_at
    from workflow_executions
    where project_id = p.id
    order by created_at desc, id desc
    limit 1
) e on true
where p.id = :id and p.user_id = :owner
;
select p.*, e.id as job_id, e.status, e.gate, e.metrics, e.created_at as reviewed_at, e.completed_at
from projects p
left join lateral (
    select id, status, gate, metrics, created_at, completed_at
    from workflow_executions
    where project_id = p.id
    order by created_at desc, id desc
    limit 1
) e on true
where p.user_id = :owner
;
select percentile_cont(0.5) within group (order by duration_seconds)
from (
    select duration_seconds
    from workflow_executions
    where workflow_name = :workflow and status = 'completed' and duration_seconds is not null
    order by completed_at desc
    limit 50
) as latest
having count(*) >= 5
;
select q.reviews_per_day, q.usd_per_month,
    coalesce((select reviews from usage_days where user_id = :user and day = :day), 0) as reviews,
    coalesce((select sum(cost_usd) from usage_days
              where user_id = :user and day between :month and :day), 0) as cost_usd
from (select 1) as one
left join user_quotas q on q.user_id = :user
;
select r.source_key
from code_reviews r
join workflow_executions e on e.id = r.execution_id
where r.execution_id = :job and e.user_id = :owner and r.source_key is not null
  and e.status in ('completed', 'failed', 'cancelled')
;
select results
from workflow_executions
where id = :id and user_id = :owner and status = 'completed' and produces <> 'review'
;
select results from workflow_executions where id = :id and user_id = :owner
;
select s.*, t.refreshed_at
from sessions s
cross join lateral (
    select max(created_at) as refreshed_at
    from refresh_tokens
    where session_id = s.id and expires_at > :now) t
where s.user_id = :owner
  and s.revoked_at is null
  and s.expires_at > :now
  and t.refreshed_at is not null
order by s.created_at desc, s.id desc
limit :limit
;
select s.*, t.used_at
from refresh_tokens t
join sessions s on s.id = t.session_id
join users u on u.id = s.user_id
where t.token_hash = :hash
  and t.expires_at > :now
  and s.expires_at > :now
  and s.revoked_at is null
  and u.is_active
for update of t, s
;
select step, content from job_checkpoints where execution_id = :id order by position
;
select t.*
from workflow_executions e
join triage t on coalesce(t.project_id, t.job_id) = coalesce(e.project_id, e.id)
    and t.user_id = e.user_id
where e.id = :job
  and t.fingerprint = any(:fingerprints)
  and (t.expires_at is null or t.expires_at > :now)
;
select t.user_id
from mailed_tokens t
join users u on u.id = t.user_id
where t.token_hash = :hash and t.purpose = :purpose and t.expires_at > :now and u.is_active
;
select theme, notifications from user_preferences where user_id = :owner
;
select u.*
from uploads u
left join workflow_executions e on e.id = u.job_id
where u.expires_at <= :now
  and (e.id is null or e.status in ('completed', 'failed', 'cancelled'))
order by u.expires_at
limit :most
;
select u.*, q.reviews_per_day, q.usd_per_month
from users u
left join user_quotas q on q.user_id = u.id
where u.closed_at is null
  and (u.created_at, u.id) < (:at, :id)
  and (cast(:text as text) is null
       or strpos(u.email, lower(:text)) > 0
       or strpos(lower(u.username), lower(:text)) > 0
       or strpos(lower(u.full_name), lower(:text)) > 0)
order by u.created_at desc, u.id desc
limit :limit
;
select u.*, q.reviews_per_day, q.usd_per_month
from users u
left join user_quotas q on q.user_id = u.id
where u.id = :id and u.closed_at is null
;
select u.unit_key
from analysed_units u
join workflow_executions e on e.id = u.execution_id and e.user_id = u.user_id
where u.user_id = :owner and u.unit_key = any(:keys)
  and (e.id = :baseline or e.project_id = :project)
;
select user_id from identities where provider = :provider and subject = :subject
;
select width_bucket(created_at, cast(:edges as timestamptz[])) as bucket,
    count(*) as submitted,
    count(*) filter (where status = 'completed') as completed,
    count(*) filter (where status = 'failed') as failed,
    count(*) filter (where status = 'cancelled') as cancelled,
    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'critical' as bigint)), 0) as critical,
    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'high' as bigint)), 0) as high,
    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'medium' as bigint)), 0) as medium,
    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'low' as bigint)), 0) as low,
    coalesce(sum(cast(metrics -> 'issue_counts' ->> 'info' as bigint)), 0) as info,
    0 as fixed,
    0 as dismissed,
    count(*) filter (where gate = 'passed') as passed,
    count(*) filter (where gate = 'failed') as gate_failed,
    count(*) filter (where gate = 'incomplete') as incomplete,
    coalesce(sum(duration_seconds) filter (where status = 'completed'), 0) as seconds,
    0 as input_tokens,
    0 as output_tokens,
    sum(cost_usd) as cost
from workflow_executions
where user_id = :owner and created_at >= :begin and created_at < :end
group by bucket
;
update code_reviews r
set metrics = cast(:metrics as jsonb),
    issues_found = coalesce(
        (select cast(f.issues as jsonb)
         from unnest(cast(:paths as text[]), cast(:issues as text[])) as f (path, issues)
         where f.path = r.file_path),
        jsonb '[]')
where r.execution_id = :id
;
update projects
set name = :name,
    description = :description,
    repository_url = :repository_url,
    language = :language,
    quality_gate = cast(:quality_gate as jsonb),
    ignore_globs = cast(:ignore_globs as text[]),
    updated_at = :updated_at
where id = :id and user_id = :owner
;
update refresh_tokens set used_at = coalesce(used_at, :now) where token_hash = :hash
;
update sessions set revoked_at = :now
where id = :id and user_id = :owner and revoked_at is null and expires_at > :now
;
update sessions set revoked_at = :now
where user_id = :owner and revoked_at is null and id is distinct from :kept
;
update sessions set revoked_at = coalesce(revoked_at, :now) where id = :id
;
update uploads set job_id = :job where id = :id and user_id = :owner and job_id is null
;
update usage_days set reviews = reviews + 1 where user_id = :owner and day = :day
;
update users
set email = 'closed-' || id || '@closed.invalid', username = 'closed-' || id, password_hash = null,
    full_name = null, avatar_url = null, oauth_provider = null, oauth_id = null,
    is_active = false, email_verified = false, updated_at = :now, closed_at = :now
where id = :owner and closed_at is null
;
update users
set oauth_id = case when oauth_provider is null then :subject else oauth_id end,
    oauth_provider = coalesce(oauth_provider, :provider),
    updated_at = :now
where id = :id
;
update users
set username = coalesce(:username, username),
    full_name = case when :changes_name then :full_name else full_name end,
    avatar_url = case when :changes_avatar then :avatar_url else avatar_url end,
    updated_at = :now
where id = :id
returning *
;
update users set email_verified = true, updated_at = :now where id = :id
;
update users set is_active = :active, updated_at = :now where id = :id and closed_at is null
;
update users set last_login = :now where id = :id
;
update users set password_hash = :hash, updated_at = :now where id = :id
;
update users set role = 'admin', updated_at = :now
where email = :email and closed_at is null
;
update workflow_executions
set cancel_requested = true
where user_id = :owner and status in ('queued', 'running', 'awaiting_approval')
;
update workflow_executions
set cancel_requested = true,
    status = case when status = 'running' then status else 'cancelled' end,
    step = case when status = 'running' then step else 'cancelled' end,
    completed_at = case when status = 'running' then null else coalesce(completed_at, :now) end
where id = :id and user_id = :owner and status not in ('completed', 'failed')
returning *, (select exists (
    select from approvals a where a.execution_id = workflow_executions.id and a.decision is null)) as waited
;
update workflow_executions
set last_error = :error, lease_owner = null, lease_until = :now
where id = :id and lease_epoch = :epoch and lease_owner is not null
;
update workflow_executions
set lease_owner = null, lease_until = :now
where id = :id and lease_epoch = :epoch and lease_owner is not null
;
update workflow_executions
set lease_until = :until
where id = :id and lease_epoch = :epoch and lease_owner is not null
;
update workflow_executions
set progress = :percent, step = :step
where id = :id and lease_epoch = :epoch and lease_owner is not null
;
update workflow_executions
set results = cast(:results as jsonb)
where id = :id
;
update workflow_executions
set results = cast(:results as jsonb),
    metrics = cast(:metrics as jsonb),
    gate = :gate,
    cost_usd = cost_usd + :uncounted
where id = :id
;
update workflow_executions
set status = 'awaiting_approval', step = 'awaiting_approval',
    lease_owner = null, lease_until = null
where id = :id and lease_epoch = :epoch and not cancel_requested
;
update workflow_executions
set status = 'failed',
    error_message = :error,
    step = 'failed',
    completed_at = :now,
    duration_seconds = extract(epoch from :now - coalesce(started_at, created_at)),
    lease_owner = null,
    lease_epoch = lease_epoch + 1,
    lease_until = null
where id = :id and status not in ('completed', 'failed', 'cancelled')
;
update workflow_executions
set status = 'running',
    started_at = coalesce(started_at, :now),
    lease_owner = :worker,
    lease_epoch = lease_epoch + 1,
    lease_until = :until,
    attempts = attempts + 1
where id = :id
  and (status = 'queued' or (status = 'running' and lease_until <= :now))
returning *
;
update workflow_executions
set status = :status,
    error_message = :error,
    progress = case when :status = 'completed' then 100 else progress end,
    step = :status,
    completed_at = :now,
    duration_seconds = extract(epoch from :now - started_at),
    lease_owner = null,
    lease_until = null
where id = :id and lease_epoch = :epoch and lease_owner is not null
;
update workflow_executions set cost_usd = cost_usd + :usd where id = :job
;
update workflow_executions set status = 'queued' where id = :id and status = 'awaiting_approval'
;
with due as (
    select e.id, e.user_id, a.step
    from approvals a
    join workflow_executions e on e.id = a.execution_id
    where a.decision is null and a.expires_at <= :now and e.status = 'awaiting_approval'
    order by a.expires_at
    limit :most
    for update of e skip locked),
decided as (
    update approvals a
    set decision = 'expired', decided_at = :now
    from due
    where a.execution_id = due.id and a.step = due.step),
resumed as (
    update workflow_executions e set status = 'queued' from due where e.id = due.id)
select id, user_id from due
;
with found as (
    select k.id as key_id, k.last_used_at, k.scopes, u.id, u.role
    from api_keys k
    join users u on u.id = k.user_id
    where k.key_hash = :hash and (k.expires_at is null or k.expires_at > :now) and u.is_active),
noted as (
    update api_keys set last_used_at = :now
    where id in (
        select key_id from found where last_used_at is null or last_used_at <= :earlier))
select key_id, id, role, scopes from found
;
with held as (
    select id from workflow_executions
    where id = :id and lease_epoch = :epoch and lease_owner is not null
    for update)
insert into job_checkpoints (execution_id, step, content, created_at)
select id, :step, cast(:content as json), :now from held
on conflict (execution_id, step) do update set content = excluded.content
;
with waiting as (
    select id from workflow_executions
    where id = :id and user_id = :owner and status = 'awaiting_approval'
    for update)
update approvals a
set decision = :decision, comment = :comment, decided_at = :now
from waiting
where a.execution_id = waiting.id and a.decision is null and a.expires_at > :now
  and (cast(:hash as text) is null or a.plan_hash = :hash)