-- People's own access to repositories: a token each, which only the key of the workers opens.

create table repository_grants (
    user_id      uuid        primary key references users on delete cascade,
    sealed_token text        not null check (length(sealed_token) between 1 and 8192),
    granted_at   timestamptz not null,
    last_used_at timestamptz,
    expires_at   timestamptz,
    refused_at   timestamptz
);
