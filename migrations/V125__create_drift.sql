-- Where ours differed from Stripe's and no event had told of it: found by a look that nobody asked for. Rows stay.
create table drift (
    id bigint generated always as identity primary key,
    found_at timestamptz not null,
    looked_from timestamptz not null,
    run text not null check (run in ('HOURLY', 'NIGHTLY', 'STAFF')),
    subscription text not null,
    account bigint not null,
    ours text not null,
    theirs text not null,
    healed boolean not null,
    -- an event that told of it came after all, within the time one may take
    told_at timestamptz,
    -- none came, and somebody was told
    alarmed_at timestamptz,
    check (told_at is null or alarmed_at is null)
);

create index drift_by_time on drift (found_at);
create index drift_of_account on drift (account);
create unique index one_unhealed_drift_a_subscription on drift (subscription) where not healed;

-- The walk over everything Stripe has, night after night; an unfinished one is gone on with where it stopped.
create table stripe_walk (
    id bigint generated always as identity primary key,
    began_at timestamptz not null,
    fetch_number bigint not null,
    looked_after text,
    looked int not null default 0,
    failed int not null default 0,
    ended_at timestamptz
);

create unique index one_walk_at_a_time on stripe_walk ((true)) where ended_at is null;

-- Stripe did not get it to us; we found it in Stripe's list of such.
alter table stripe_event add column fetched boolean not null default false;

create index stripe_event_of_object on stripe_event (object);
create index stripe_object_of_account on stripe_object (account);
