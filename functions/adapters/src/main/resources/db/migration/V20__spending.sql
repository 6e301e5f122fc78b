-- What models cost today, for everybody: asked every minute, for operators.

create index usage_days_day_idx on usage_days (day) include (cost_usd);
