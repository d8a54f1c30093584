-- A person the identity provider knows; its subject is the only join key, never the e-mail address.
create table account (
    id bigint generated always as identity primary key,
    subject text not null unique,
    name text not null,
    email text not null,
    created_at timestamptz not null
);

-- The cookie holds the token, this table its SHA-256: a leaked copy of the table opens no session.
create table session (
    token_hash bytea primary key,
    account bigint not null references account,
    roles text[] not null,
    id_token text not null,
    refresh_token text,
    device text not null,
    opened_at timestamptz not null,
    checked_at timestamptz not null,
    expires_at timestamptz not null
);

create index session_of_account on session (account);

-- Secrets the site makes for itself at its first start, shared by its nodes.
create table site_key (
    name text primary key,
    secret bytea not null
);
