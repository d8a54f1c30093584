-- Every event Stripe sent us, as it was signed. An event is here once, however often it is sent.
create table stripe_event (
    id text primary key,
    type text not null,
    object text not null,
    created_at timestamptz not null,
    live boolean not null,
    api_version text not null,
    raw bytea not null,
    received_at timestamptz not null,
    state text not null check (state in ('WAITING', 'HEARD', 'PARKED')),
    note text,
    constraint parked_event_says_why check (state <> 'PARKED' or note is not null)
);

create index stripe_event_not_heard on stripe_event (received_at) where state <> 'HEARD';
