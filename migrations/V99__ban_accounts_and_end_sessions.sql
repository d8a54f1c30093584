-- While it stands, nobody logs in to the account; what was paid for it stays as it is.
alter table account add column banned_at timestamptz;

create index account_of_email on account (lower(email));

-- What staff did to an account, who, when and why. Rows are only ever added.
create table account_change (
    id bigint generated always as identity primary key,
    account bigint not null references account,
    at timestamptz not null,
    made_by text not null,
    what text not null check (what in ('BANNED', 'BAN_LIFTED', 'SESSIONS_ENDED')),
    reason text not null
);

create index account_change_of_account on account_change (account);

-- Ended here; the identity provider is yet to be told. A refresh token lies here for a day at most.
create table ended_session (
    id uuid primary key,
    refresh_token text not null,
    ended_at timestamptz not null
);
