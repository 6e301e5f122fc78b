-- Accounts, their sessions, and the refresh tokens of a session (a family: one reused token revokes all).

create table users (
    id             uuid primary key default gen_random_uuid(),
    email          varchar(255) not null unique check (email = lower(email)),
    username       varchar(50)  not null unique,
    password_hash  varchar(255),
    full_name      varchar(100),
    avatar_url     varchar(500),
    role           varchar(20)  not null default 'user' check (role in ('user', 'admin')),
    oauth_provider varchar(20),
    oauth_id       varchar(100),
    is_active      boolean      not null default true,
    email_verified boolean      not null default false,
    created_at     timestamptz  not null default now(),
    updated_at     timestamptz  not null default now(),
    last_login     timestamptz
);
-- Ada and ada are one name to people.
create unique index users_username_lower_key on users (lower(username));
create index users_oauth_idx on users (oauth_provider, oauth_id);

create table sessions (
    id         uuid primary key,
    user_id    uuid         not null references users on delete cascade,
    address    varchar(64)  not null,
    agent      varchar(300) not null,
    created_at timestamptz  not null,
    expires_at timestamptz  not null,
    revoked_at timestamptz
);
create index sessions_user_id_idx on sessions (user_id);

create table refresh_tokens (
    token_hash varchar(64) primary key,
    session_id uuid        not null references sessions on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index refresh_tokens_session_id_idx on refresh_tokens (session_id);

create table api_keys (
    id           uuid primary key default gen_random_uuid(),
    user_id      uuid         not null references users on delete cascade,
    name         varchar(100) not null,
    key_hash     varchar(255) not null unique,
    key_prefix   varchar(10)  not null,
    scopes       text[]       not null default '{}',
    last_used_at timestamptz,
    expires_at   timestamptz,
    created_at   timestamptz  not null default now()
);
create index api_keys_user_id_idx on api_keys (user_id);
