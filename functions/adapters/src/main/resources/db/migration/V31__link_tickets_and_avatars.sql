-- Permissions to link a provider's account with the account of a session: one at a time for a session.

create table link_tickets (
    session_id uuid        primary key references sessions on delete cascade,
    user_id    uuid        not null references users on delete cascade,
    provider   varchar(20) not null check (provider in ('google', 'github')),
    token_hash varchar(64) not null unique,
    expires_at timestamptz not null
);
create index link_tickets_user_id_idx on link_tickets (user_id);

-- Small pictures of people. Apart from users, whose rows are read far more often.

create table avatars (
    user_id    uuid        primary key references users on delete cascade,
    media_type varchar(20) not null check (media_type in ('image/png', 'image/jpeg')),
    picture    bytea       not null check (octet_length(picture) between 1 and 32768),
    updated_at timestamptz not null
);
