-- One-time tokens that were mailed: one at a time for a person and a purpose.

create table mailed_tokens (
    user_id    uuid        not null references users on delete cascade,
    purpose    varchar(20) not null check (purpose in ('verify_address', 'reset_password')),
    token_hash varchar(64) not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (user_id, purpose)
);
