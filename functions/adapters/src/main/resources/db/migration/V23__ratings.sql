-- Whether the findings of a review helped the person who read it.

create table ratings (
    job_id      uuid         not null references workflow_executions on delete cascade,
    fingerprint varchar(64)  not null,
    user_id     uuid         not null references users on delete cascade,
    rule_id     varchar(200) not null,
    helpful     boolean      not null,
    rated_at    timestamptz  not null,
    primary key (job_id, fingerprint)
);
create index ratings_user_idx on ratings (user_id, rated_at);
