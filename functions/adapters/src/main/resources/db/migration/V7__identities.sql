-- Who people are to providers such as Google. A person may have one identity at each. The columns users.oauth_provider and
-- users.oauth_id name the identity that an account was made with, or the first that was linked with it.

create table identities (
    provider   varchar(20)  not null check (provider in ('google', 'github')),
    subject    varchar(100) not null,
    user_id    uuid         not null references users on delete cascade,
    created_at timestamptz  not null,
    primary key (provider, subject),
    unique (user_id, provider)
);
