create table subscription (
    id bigint generated always as identity primary key,
    account bigint not null references account,
    provider_ref text not null unique,
    plan text not null,
    state text not null check (state in ('AWAITING', 'RUNNING', 'ENDING', 'PAST_DUE', 'ENDED')),
    paise bigint not null,
    paid_through timestamptz,
    ends_at timestamptz,
    duplicate_of bigint references subscription,
    fetch_number bigint not null
);

-- Drawn before the provider is asked: of two answers the one asked for later counts, whichever arrives first.
create sequence subscription_fetch;

create unique index one_live_subscription_per_account on subscription (account)
    where state in ('RUNNING', 'ENDING', 'PAST_DUE') and duplicate_of is null;

-- A paid span; a term is paid once.
create table term (
    subscription bigint not null references subscription,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    invoice_ref text not null unique,
    paise bigint not null,
    primary key (subscription, starts_at),
    check (starts_at < ends_at)
);

-- The right to read everything for a span, whoever gave it; each has a cause.
create table entitlement (
    cause_kind text not null check (cause_kind in ('SUBSCRIPTION')),
    cause text not null,
    account bigint not null references account,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    primary key (cause_kind, cause),
    check (starts_at <= ends_at)
);

create index entitlement_of_account on entitlement (account);
