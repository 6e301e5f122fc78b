-- Accounts that their owners deleted stay, without anything personal, until all that they own is erased.

alter table users add column closed_at timestamptz;
create index users_closed_at_idx on users (closed_at) where closed_at is not null;
